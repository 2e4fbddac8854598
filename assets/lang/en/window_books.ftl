# The window: books.
