"""The figure checker: anyone's report in, the sum that fails out. Pure."""
