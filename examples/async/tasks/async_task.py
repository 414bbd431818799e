import asyncio

from celery import Celery

app = Celery("mails", broker="memory://")
app.conf.task_always_eager = True


async def ask(service: str) -> str:
    await asyncio.sleep(0)
    return f"{service} is up"


@app.task
async def wrong(service: str) -> str:
    return await ask(service)


@app.task
def right(service: str) -> str:
    return asyncio.run(ask(service))


coroutine = wrong.delay("mail").get()
print(type(coroutine).__name__, "and nobody has run it")
coroutine.close()
print(right.delay("mail").get())
