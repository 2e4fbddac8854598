# The window: map.
