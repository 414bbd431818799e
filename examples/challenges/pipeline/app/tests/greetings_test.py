import news


def test_a_language_can_be_added():
    news.GREETINGS["sw"] = "Habari"
    assert news.subject("Amara", 2, "sw") == "Habari Amara: 2 new posts"
