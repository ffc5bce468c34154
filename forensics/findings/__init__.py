"""From states to findings: load the rules, run them, assign the verdicts."""
