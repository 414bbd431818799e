"""The same two modules, without a cycle while they load."""
