def test_a_server_serves_every_command_as_a_folder_does(kg, oxigraph_server, articles):
    at = ("--store", oxigraph_server)
    assert kg("populate", articles, *at, "--json").json["read"] == ["one", "two"]
    assert kg("populate", articles, *at, "--json").json["unchanged"] == 2
    kg("populate", articles)
    for form in ("nquads", "turtle"):
        assert kg("export", *at, "--format", form).out == kg("export", "--format", form).out
    for command in ("stats", "verify"):
        assert kg(command, *at).out == kg(command).out
    assert kg("ask", "indicted", "--evidence", *at).out == kg("ask", "indicted", "--evidence").out
    assert kg("remove", "one", *at).code == 0
    assert kg("stats", "--json", *at).json["totals"]["articles"] == 1
