# The window: orders.
