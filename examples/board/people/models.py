"""People: the account that signs in, its public profile, and the skills to choose from."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone

from people.validators import known_timezone, storable_text


class PersonManager(BaseUserManager["Person"]):
    """Creates people and finds them by e-mail address, whatever its capitals."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "Person":
        """Save a person with a hashed password; without one, nobody can sign in as them."""
        person = self.model(email=email.strip().lower(), **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def create_superuser(self, email: str, password: str, **fields: Any) -> "Person":
        """Save a person who may do everything; `manage.py createsuperuser` calls this."""
        fields |= {"is_staff": True, "is_superuser": True}
        return self.create_user(email, password, email_verified_at=timezone.now(), **fields)

    def get_by_natural_key(self, username: str | None) -> "Person":
        """Find the person who signs in with this address."""
        return self.get(email=(username or "").strip().lower())


class Person(AbstractBaseUser, PermissionsMixin):
    """Somebody with an account. The e-mail address is the name they sign in with."""

    class Role(models.TextChoices):
        """Which side of a project somebody builds."""

        BACKEND = "backend", "Backend"
        FRONTEND = "frontend", "Frontend"
        BOTH = "both", "Both"

    email = models.EmailField(unique=True, validators=[storable_text])
    name = models.CharField(max_length=80, validators=[storable_text])
    role = models.CharField(max_length=8, choices=Role, default=Role.BACKEND)
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)
    email_verified_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = PersonManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name_plural = "people"
        constraints = [
            # `unique=True` sees Ada@ and ada@ as two addresses; people do not.
            models.UniqueConstraint(Lower("email"), name="person_email_unique"),
            models.CheckConstraint(
                condition=models.Q(role__in=["backend", "frontend", "both"]),
                name="person_role_known",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Bring the address into the form that is stored."""
        self.email = self.email.strip().lower()

    @property
    def is_verified(self) -> bool:
        """Whether this person has shown that the e-mail address is theirs."""
        return self.email_verified_at is not None


class Skill(models.Model):
    """Something that a person can do and a project can need."""

    slug = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=40)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Profile(models.Model):
    """What a person says about themselves. Everybody has one: a signal creates it."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="profile")
    bio = models.TextField(
        max_length=1000, blank=True, validators=[MaxLengthValidator(1000), storable_text]
    )
    timezone = models.CharField(max_length=40, default="UTC", validators=[known_timezone])
    skills = models.ManyToManyField(Skill, blank=True, related_name="profiles")
    # `db_default` lives in the database, so processes that run the previous
    # release, and do not know this column, can go on inserting rows.
    digest = models.BooleanField(default=True, db_default=True)

    def __str__(self) -> str:
        return f"Profile of person {self.person_id}"
