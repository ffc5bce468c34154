"""One module per output: each shows the same findings, none computes any."""
