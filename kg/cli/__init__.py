"""The command `kg`: one module a command, which only parses and prints; nothing heavy is imported before it runs."""
