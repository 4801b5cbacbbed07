"""The pages of the catalogue: reading, writing, taking in a file."""
