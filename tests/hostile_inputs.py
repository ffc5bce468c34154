"""Inputs as attackers, broken disks and bad days make them: each by its name."""

import hostile_archives
import hostile_files
import hostile_lines
from hostile_making import GOOD, INPUTS, put

PARTS = (hostile_lines, hostile_archives, hostile_files)
"""The modules that add to `INPUTS` when they are imported."""
__all__ = ["GOOD", "INPUTS", "PARTS", "put"]
