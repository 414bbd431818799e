import asyncio
import time

import django
from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.test import Client
from django.urls import path

WAIT = 0.2  # seconds that each of the other services takes
settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["testserver"])
django.setup()


def one_by_one(request: HttpRequest) -> JsonResponse:
    for _ in range(3):
        time.sleep(WAIT)
    return JsonResponse({"asked": 3})


async def together(request: HttpRequest) -> JsonResponse:
    await asyncio.gather(*(asyncio.sleep(WAIT) for _ in range(3)))
    return JsonResponse({"asked": 3})


urlpatterns = [path("one-by-one/", one_by_one), path("together/", together)]

for address in ["/one-by-one/", "/together/"]:
    began = time.perf_counter()
    answer = Client().get(address)
    waits = (time.perf_counter() - began) / WAIT
    print(address, answer.json(), "longer than two waits:", waits > 2)
