# needs: network, posix
from celery import Celery
from kombu.exceptions import OperationalError

app = Celery("board", broker="amqp://127.0.0.1:1")  # nothing listens there


@app.task
def welcome(person: int) -> None:
    """Never reached."""


try:
    welcome.apply_async([7], retry=False)
except OperationalError as error:
    print(f"{type(error).__module__}.{type(error).__name__}: {error}")
