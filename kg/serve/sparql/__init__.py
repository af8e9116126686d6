"""SPARQL 1.1 for programs: the protocol of queries, and that of graphs for reading."""
