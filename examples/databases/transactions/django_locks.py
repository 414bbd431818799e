# needs: postgres
import os

import environ
from django.conf import settings

address = environ.Env.db_url_config(os.environ["DATABASE_URL"])
settings.configure(DATABASES={"default": address, "other": address.copy()})

import django
from django.db import OperationalError, connection, models, transaction
from django.test.utils import CaptureQueriesContext

django.setup()


class Project(models.Model):
    """A row of the table that is there already."""

    slug = models.SlugField(primary_key=True)
    free_seats = models.IntegerField()

    class Meta:
        app_label = "lesson"
        db_table = "project"
        managed = False


try:
    Project.objects.select_for_update().get(slug="chat")
except transaction.TransactionManagementError as error:
    print(error)

with CaptureQueriesContext(connection) as queries, transaction.atomic():
    Project.objects.select_for_update(no_key=True).get(slug="chat")
    try:
        with transaction.atomic(using="other"):
            Project.objects.using("other").select_for_update(nowait=True).get(slug="chat")
    except OperationalError as error:
        print(error.__cause__.sqlstate, error)

for query in queries:
    print(query["sql"].partition(" WHERE ")[2] or query["sql"])
