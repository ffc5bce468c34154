"""How bad a finding is."""

SEVERITIES = ("note", "warning", "error")
"""Every severity of a finding, the least first."""
