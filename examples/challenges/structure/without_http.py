from django.core import mail

import world
from crew import services
from crew.errors import CrewError

world.reset()
ada, lin, eve = (world.person(name) for name in ("ada", "lin", "eve"))
join = world.request(world.project(ada), lin)

for actor in (eve, ada, ada):
    try:
        print(actor.username, "->", services.accept(actor=actor, join=join).status)
    except CrewError as error:
        print(actor.username, "->", type(error).__name__, error)
print("mails to:", [message.to[0] for message in mail.outbox])
