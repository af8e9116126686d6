"""A server of pages and of SPARQL: what takes too long is ended with the process that does it, and the server goes on."""
