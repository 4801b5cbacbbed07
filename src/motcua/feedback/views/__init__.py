"""Pages of feedback: for residents (`public`) and for officers."""
