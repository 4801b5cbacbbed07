"""Anyone's report, checked: paste it or drop a file, and read which sum fails."""
