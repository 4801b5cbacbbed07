"""HTTP in, one query or one action, HTTP out."""
