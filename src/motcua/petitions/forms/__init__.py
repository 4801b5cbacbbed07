"""What people type, cleaned; never saved here."""
