from senders_composed import Printed, Urgent, announce_request


class Recorder:
    """A channel for tests: it keeps what it was asked to deliver."""

    def __init__(self):
        self.sent = []

    def deliver(self, to, text):
        self.sent.append((to, text))


def test_owner_is_told_through_any_channel():
    channel = Recorder()
    announce_request(channel, "Ada", "Sam")
    assert channel.sent == [("Ada", "Sam wants to join")]


def test_urgent_marks_the_text_and_passes_it_on():
    channel = Recorder()
    announce_request(Urgent(channel), "Ada", "Sam")
    assert channel.sent == [("Ada", "URGENT Sam wants to join")]


def test_wrappers_nest():
    channel = Recorder()
    Urgent(Urgent(channel)).deliver("Ada", "hi")
    assert channel.sent == [("Ada", "URGENT URGENT hi")]


def test_printed_names_its_kind(capsys):
    Printed("sms").deliver("Ada", "hi")
    assert capsys.readouterr().out == "sms to Ada: hi\n"
