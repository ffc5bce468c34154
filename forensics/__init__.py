"""Finds out, from the logs that are left, what went wrong in an Apache RocketMQ cluster."""
