"""Sends the requests of a file to this very board, without a server or a network."""
