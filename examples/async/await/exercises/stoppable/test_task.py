import asyncio

from task import send_all


class Mailer:
    """A mail server that takes an hour for the mail `slow` and refuses the mail `bad`."""

    def __init__(self):
        self.log = []

    async def send(self, mail):
        await asyncio.sleep(3600 if mail == "slow" else 0)
        if mail == "bad":
            raise ValueError("no address")
        self.log.append(mail)

    async def close(self):
        await asyncio.sleep(0)
        self.log.append("closed")


async def come(*mails):
    for mail in mails:
        await asyncio.sleep(3600 if mail == "pause" else 0)
        yield mail


async def cancelled_after(*mails):
    """Cancel the task while it waits for ``slow`` or ``pause``; return it and the log."""
    mailer = Mailer()
    task = asyncio.create_task(send_all(come(*mails), mailer))
    await asyncio.sleep(0.05)
    task.cancel()
    await asyncio.wait([task])
    return task, mailer.log


def test_cancelled_while_it_sends_it_stops():
    task, log = asyncio.run(cancelled_after("first", "slow", "next"))
    assert "next" not in log, "it went on after it was cancelled"
    assert log == ["first", "closed"], "the connection must be closed, once"
    assert task.cancelled(), "it ended, but not as cancelled: let CancelledError pass"


def test_cancelled_while_it_waits_for_a_mail_it_closes_too():
    task, log = asyncio.run(cancelled_after("first", "pause"))
    assert log == ["first", "closed"], "the connection must be closed, once"
    assert task.cancelled()


def test_a_bad_mail_does_not_end_it():
    mailer = Mailer()
    asyncio.run(send_all(come("first", "bad", "second"), mailer))
    assert mailer.log == ["first", "second", "closed"], "the mail after a bad one was not sent"
