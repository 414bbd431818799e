from news import save_news


def test_writes_one_line_per_post(tmp_path):
    file = save_news(["login works", "map is live"], tmp_path)
    assert file.read_text(encoding="utf-8") == "login works\nmap is live"


def test_says_what_it_saved(tmp_path, capsys):
    save_news([], tmp_path)
    assert capsys.readouterr().out == "saved news.txt\n"


def test_warns_when_it_drops_posts(tmp_path, monkeypatch, caplog):
    monkeypatch.setenv("NEWS_LIMIT", "1")  # undone after the test
    file = save_news(["login works", "map is live"], tmp_path)
    assert file.read_text(encoding="utf-8") == "login works"
    assert caplog.messages == ["kept 1 of 2 posts"]
