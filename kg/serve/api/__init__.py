"""For programs that do not write SPARQL: the stored questions, described as an API, and what an IRI of ours stands for."""
