from slugs import slug


def test_keeps_the_letters_of_accented_words():
    titles = ["Farm Market", "Café Map"]
    assert [slug(title) for title in titles] == ["farm-market", "cafe-map"]
