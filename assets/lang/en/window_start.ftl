# The window: start.
