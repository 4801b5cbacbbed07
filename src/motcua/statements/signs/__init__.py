"""What stands in a statement: numerals, the words around them, and figures that say what they count."""
