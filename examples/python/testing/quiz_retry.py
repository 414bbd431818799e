from unittest.mock import Mock

mailer = Mock()
mailer.send.side_effect = [ConnectionError("no route"), "sent"]


def remind(name: str) -> str:
    try:
        return mailer.send(name)
    except ConnectionError:
        return mailer.send(name)


print(remind("Ada"), mailer.send.call_count)
