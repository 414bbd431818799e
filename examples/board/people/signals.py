"""The one signal of the project: every person gets a profile.

A signal is right here because people come into being in three places that do not know
each other (sign-up, the admin, `createsuperuser`) and the profile must exist after each.
`bulk_create` sends no signals: whoever uses it creates the profiles too.
"""

from typing import Any

from django.conf import settings
from django.db.models.signals import post_save
from django.dispatch import receiver

from people.models import Person, Profile


@receiver(post_save, sender=settings.AUTH_USER_MODEL, dispatch_uid="create_profile")
def create_profile(instance: Person, created: bool, raw: bool, **_: Any) -> None:
    """Create the profile of a new person, in the same transaction.

    `raw` means that `loaddata` is loading a fixture, which carries the profile itself.
    """
    if created and not raw:
        Profile.objects.create(person=instance)
