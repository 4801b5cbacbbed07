"""What may be asked and answered: `public` for people, `asking` for officers."""
