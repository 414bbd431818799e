import news


def test_one_post_is_no_plural():
    assert news.subject("Kwame", 1) == "Hello Kwame: 1 new post"


def test_swahili():
    assert news.subject("Amara", 1, "sw") == "Habari Amara: 1 new post"
