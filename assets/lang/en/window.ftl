# The window: what its parts share.
window-turn-lost = Something went wrong while the xun passed. Nothing that you decided is lost: choose Continue to go on with this game.
save-no-scenario = This game is of the scenario “{ $scenario }”, which is not on the shelf. Put its file into your scenario folder.
save-usual-name = { $title } as { $courts }
save-just-begun = Just begun.
save-not-discarded = { $path } could not be thrown away: { $reason }.
settings-not-kept = The settings could not be written to { $path }: { $reason }. They hold until you leave the game.
window-title = Rivers and Mountains 江山
