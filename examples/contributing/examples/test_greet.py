from greet import greeting


def test_counts_one_and_many():
    assert greeting("Ada", 1) == "Hello Ada, you have 1 project."
    assert greeting("Lin", 0) == "Hello Lin, you have 0 projects."
