# Printed pages.
