from django.contrib.auth.models import User
from django.db import models


class Skill(models.Model):
    slug = models.SlugField(unique=True)


class Project(models.Model):
    slug = models.SlugField(unique=True)
    title = models.CharField(max_length=120)
    pitch = models.TextField(max_length=2000)
    owner = models.ForeignKey(User, models.CASCADE, related_name="projects")
    skills = models.ManyToManyField(Skill)
    seats = models.PositiveSmallIntegerField(default=3)
    is_open = models.BooleanField(default=True)


class Membership(models.Model):
    project = models.ForeignKey(Project, models.CASCADE, related_name="memberships")
    person = models.ForeignKey(User, models.CASCADE)
    role = models.CharField(max_length=6, default="member")  # or "owner", who takes no seat

    class Meta:
        constraints = (models.UniqueConstraint(fields=["project", "person"], name="one_place"),)


class JoinRequest(models.Model):
    project = models.ForeignKey(Project, models.CASCADE, related_name="requests")
    person = models.ForeignKey(User, models.CASCADE)
    message = models.CharField(max_length=500, blank=True)
    status = models.CharField(max_length=8, default="pending")  # then "accepted" or "declined"
