# The window: what its parts share.
window-turn-lost = Something went wrong while the xun passed. Nothing that you decided is lost: choose Continue to go on with this game.
