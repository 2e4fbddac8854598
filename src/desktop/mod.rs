//! The window: Bevy around the panels, and the ground they lie on.
