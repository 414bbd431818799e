import pytest

from stream import all_mails, each_mail


def test_both_ways_give_the_same_mails() -> None:
    people = ["Ada", "Lin", "Sam"]
    assert list(each_mail(people, str.upper)) == all_mails(people, str.upper)


def test_streaming_renders_nothing_that_nobody_asked_for() -> None:
    asked = []
    mails = each_mail(["Ada", "Lin"], lambda person: asked.append(person) or person)
    assert asked == []
    next(mails)
    assert asked == ["Ada"]


def test_after_an_error_the_mails_before_it_have_been_sent() -> None:
    sent = []

    def render(person: str) -> str:
        if person == "Lin":
            raise ValueError("no template")
        return person

    with pytest.raises(ValueError, match="no template"):
        sent.extend(all_mails(["Ada", "Lin"], render))
    assert sent == []
    with pytest.raises(ValueError, match="no template"):
        for mail in each_mail(["Ada", "Lin"], render):
            sent.append(mail)
    assert sent == ["Ada"]
