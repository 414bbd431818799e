from seats import seats_left


def test_paused():
    assert seats_left(3, 1, paused=True) == "2 seats left, paused"


def test_open():
    assert seats_left(3, 1) == "2 seats left"
