"""Reading: files, the ward's records, what was kept. Empty on purpose: `files` needs no database and no Django."""
