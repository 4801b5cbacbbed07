"""Pages of conduct: grave words and attitude; unannounced checks."""
