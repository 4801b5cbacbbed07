"""What machines say (`said`) and what they are told (`told`), field by field."""
