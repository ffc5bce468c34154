"""Questions of an investigation, answered from a case: what happened, how things stood, the life of one message."""
