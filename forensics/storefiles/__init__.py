"""A broker's own files as a second source of the same events: commit log, consume queues, config.

Nothing is ever written to a store. Of business messages no body is kept: only key, ids, offsets and times.
"""
