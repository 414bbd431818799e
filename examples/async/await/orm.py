# needs: board
import asyncio

import django

django.setup()

from asgiref.sync import sync_to_async
from django.core.exceptions import SynchronousOnlyOperation
from django.db import transaction

from projects.models import Project


@transaction.atomic
def close(slug: str) -> str:
    """Close a project; a transaction is sync, so the function that holds one is too."""
    project = Project.objects.select_for_update().get(slug=slug)
    project.status = Project.Status.FINISHED
    project.save(update_fields=["status"])
    return project.status


async def main() -> None:
    try:
        Project.objects.first()
    except SynchronousOnlyOperation as error:
        print(f"first(): {error}")
    project = await Project.objects.order_by("pk").afirst()
    try:
        print(project.owner.name)
    except SynchronousOnlyOperation:
        print("project.owner: the same, for it is a query too")

    project = await Project.objects.select_related("owner").aget(pk=project.pk)
    print(project.slug, "by", project.owner.name)
    async for other in Project.objects.filter(owner=project.owner).order_by("slug")[:2]:
        print("-", other.slug)
    print(await sync_to_async(close)(project.slug))


asyncio.run(main())
