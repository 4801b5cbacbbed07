"""Tables, read into figures and the sums and rates of their rows and columns."""
