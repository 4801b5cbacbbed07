"""The pages of messages: for officers, and one for residents."""
