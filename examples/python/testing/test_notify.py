from fakes import DownSender, FakeSender
from notify import tell_team


def test_tells_each_member_once():
    sender = FakeSender()
    assert tell_team(sender, ["Ada", "Lin", "Ada"], "map is live") == []
    assert sender.sent == [("Ada", "map is live"), ("Lin", "map is live")]


def test_names_those_it_could_not_reach():
    assert tell_team(DownSender(), ["Ada", "Lin"], "hi") == ["Ada", "Lin"]
