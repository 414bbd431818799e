from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models


class Project(models.Model):
    title = models.CharField(max_length=120, unique=True)
    seats = models.PositiveSmallIntegerField(
        default=3, validators=[MinValueValidator(1), MaxValueValidator(12)]
    )
