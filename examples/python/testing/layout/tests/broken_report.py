from seats_report import free


def test_counts_free_seats():
    assert free(3, 1) == 2
