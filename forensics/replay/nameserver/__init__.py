"""Clients and brokers at the name servers: whom they choose and ask, who is registered, whose channels are kept or closed."""
