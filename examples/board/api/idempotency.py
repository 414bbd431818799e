"""Creating once, however often the request arrives: the Idempotency-Key header.

A client that got no answer cannot know whether its POST was carried out. With a key it
sends the same request again and gets the first answer. After the IETF draft
"The Idempotency-Key HTTP Header Field": the same key with another body is 422, and one
whose first request still runs is 409. Only successes are kept: after an error nothing was
written, and the client may mend the request and keep the key.
"""

import hashlib
import json
import re
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any

from django.db import transaction
from django.utils import timezone
from rest_framework import exceptions, status
from rest_framework.request import Request
from rest_framework.response import Response

from api.models import IdempotencyKey
from people.models import Person
from projects.errors import Conflict

KEPT = timedelta(hours=24)
# Longer than any request runs. Whoever died before answering loses the claim.
CLAIM = timedelta(minutes=2)
_KEPT_HEADERS = ("Location", "ETag")
KEY_PATTERN = r'"[!#-\[\]-~]{1,100}"|[!#-\[\]-~]{1,100}'  # the draft has it in quotes

View = Callable[..., Response]


class KeyReused(exceptions.APIException):
    """The key came with another request before."""

    status_code = status.HTTP_422_UNPROCESSABLE_ENTITY
    default_detail = "This key was used for another request."
    default_code = "idempotency_key_reused"


def idempotent(create: View) -> View:
    """Decorate a view method that creates something."""

    @wraps(create)
    def once(self: Any, request: Request, *args: Any, **kwargs: Any) -> Response:
        if "Idempotency-Key" not in request.headers:
            return create(self, request, *args, **kwargs)
        claim = _claim(request, self.person)
        if claim.status is not None:
            return _replay(claim)
        try:
            with transaction.atomic():
                response = create(self, request, *args, **kwargs)
                _keep(claim, response)
        except Exception:
            IdempotencyKey.objects.filter(pk=claim.pk, claimed_at=claim.claimed_at).delete()
            raise
        return response

    once.idempotent = True  # type: ignore[attr-defined]  # the contract asks for it
    return once


def _claim(request: Request, person: Person) -> IdempotencyKey:
    """Return the row of this key: ours to work on (no status), or with the first answer."""
    key = request.headers["Idempotency-Key"].strip()
    if not re.fullmatch(KEY_PATTERN, key):
        raise exceptions.ParseError("Idempotency-Key must be 1 to 100 visible ASCII characters.")
    # The raw body: a client that repeats a request repeats its bytes.
    digest = hashlib.sha256(f"{request.method} {request.path}\n".encode() + request.body)
    now = timezone.now()
    mine = {"fingerprint": digest.hexdigest(), "claimed_at": now, "status": None}
    keys = IdempotencyKey.objects.filter(person=person)
    keys.filter(claimed_at__lt=now - KEPT).delete()
    row, created = keys.get_or_create(person=person, key=key.strip('"'), defaults=mine)
    if created:
        return row
    if row.fingerprint != mine["fingerprint"]:
        raise KeyReused
    if row.status is None:
        # One statement, so that of two who find the same dead claim one gets it.
        dead = keys.filter(pk=row.pk, status=None, claimed_at__lt=now - CLAIM)
        if not dead.update(claimed_at=now):
            raise Conflict("The first request with this key still runs.", code="in_progress")
        row.claimed_at = now
    return row


def _keep(claim: IdempotencyKey, response: Response) -> None:
    """Save the answer in the transaction of the write, if the claim is still ours."""
    kept = IdempotencyKey.objects.filter(pk=claim.pk, claimed_at=claim.claimed_at).update(
        status=response.status_code,
        headers={name: response[name] for name in _KEPT_HEADERS if name in response},
        body=json.dumps(response.data),
    )
    if not kept:
        raise Conflict("Another request with this key took over.", code="in_progress")


def _replay(row: IdempotencyKey) -> Response:
    headers = row.headers | {"Idempotency-Replayed": "true"}
    return Response(json.loads(row.body), status=row.status, headers=headers)
