# The window: council.
