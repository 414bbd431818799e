import asyncio

import django
from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.test import AsyncClient
from django.urls import path

settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["testserver"])
django.setup()


class Calendar:
    """Another service: slow, and not ours."""

    waiting = most = 0

    async def free_slots(self) -> int:
        self.waiting += 1
        self.most = max(self.most, self.waiting)
        await asyncio.sleep(0.5)
        self.waiting -= 1
        return 4


calendar = Calendar()


async def slots(request: HttpRequest) -> JsonResponse:
    try:
        async with asyncio.timeout(5):
            return JsonResponse({"free": await calendar.free_slots()})
    except TimeoutError:
        return JsonResponse({"detail": "The calendar does not answer."}, status=503)


urlpatterns = [path("slots/", slots)]


async def main() -> None:
    client = AsyncClient()
    answers = await asyncio.gather(*(client.get("/slots/") for _ in range(20)))
    print([answer.json() for answer in answers[:2]], "and", len(answers) - 2, "more")
    print("most requests waiting at once, in one thread:", calendar.most)


asyncio.run(main())
