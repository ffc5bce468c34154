"""An independent checker of findings: its own reading of the raw input, and no code of the analyzer."""
