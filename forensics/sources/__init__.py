"""From paths to lines: find the inputs, undo archives, compression and rotation, name the node, split bytes."""
