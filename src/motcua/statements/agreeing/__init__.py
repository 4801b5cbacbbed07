"""What must agree: breakdowns, sums and rates, with every reading in use."""
