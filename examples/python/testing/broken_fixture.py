def test_a_new_board_has_one_project(borad):
    assert list(borad.requests) == ["farm-market"]
