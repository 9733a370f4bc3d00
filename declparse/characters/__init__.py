"""Facts about characters, whatever text they stand in."""
