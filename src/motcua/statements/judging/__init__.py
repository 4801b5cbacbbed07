"""How each relation stands, and which correction mends what fails."""
