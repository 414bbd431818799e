from collections.abc import Callable

from given import BrokerAway, Database


def ask_to_join(db: Database, number: int) -> None:
    with db.transaction():
        db.requests.add(number)
        db.outbox[f"join_requested:{number}"] = False


def relay(db: Database, publish: Callable[[str], None]) -> int:
    count = 0
    for key, published in list(db.outbox.items()):
        if published:
            continue
        try:
            publish(key)
        except BrokerAway:
            break
        db.outbox[key] = True
        count += 1
    return count
