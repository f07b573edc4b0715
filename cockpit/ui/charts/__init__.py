"""Small charts, drawn in the theme's colours, read with the mouse, the keys and a screen reader."""
