"""Pages of the surveys: `public` for people, the others for officers."""
