from slugs import slug


def check_slug():
    assert slug("Farm Market") == "farm-market"


class SlugTests:
    def test_digits(self):
        assert slug("Map 2") == "map-2"
