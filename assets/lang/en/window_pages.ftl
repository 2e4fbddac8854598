# The window: pages.
