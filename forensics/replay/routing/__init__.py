"""The routes that clients hold, and where their requests went by them."""
