"""gRPC clients at the proxies: when a proxy does not know a client, and what fails meanwhile."""
