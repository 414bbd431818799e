from celery import Celery, chain

app = Celery("demo", broker="memory://", backend="cache+memory://")
app.conf.task_always_eager = True  # run at once, in this process


@app.task
def count_words(text):
    return len(text.split())


@app.task
def describe(count):
    return f"{count} words"


print(count_words.delay("three short words").get())
print(chain(count_words.s("one two"), describe.s())().get())
