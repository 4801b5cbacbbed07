"""What is said of it, for machines and for people, in Vietnamese and English."""
