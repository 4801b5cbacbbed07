"""Reads of petitions and receptions; each begins with what the actor may see."""
