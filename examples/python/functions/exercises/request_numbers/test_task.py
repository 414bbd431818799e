from task import numbering


def test_each_call_gives_the_next_number():
    next_request = numbering("JR")
    assert callable(next_request), "numbering() returns the function itself, without calling it"
    numbers = [next_request(), next_request(), next_request()]
    assert numbers == ["JR-1", "JR-2", "JR-3"], "the count has to survive from call to call"


def test_two_numberings_count_on_their_own():
    chat, maps = numbering("CHAT"), numbering("MAPS")
    numbers = [chat(), chat(), maps()]
    assert numbers == ["CHAT-1", "CHAT-2", "MAPS-1"], "each numbering has a count of its own"
