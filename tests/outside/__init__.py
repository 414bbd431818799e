"""The board tested from outside: a real server, and clients that know its contract alone."""
