"""What is typed about feedback, by residents and by officers."""
