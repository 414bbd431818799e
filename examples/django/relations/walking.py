from django.db.models import QuerySet

from team import Membership, Person, Project


def names(people: QuerySet[Person]) -> list[str]:
    return [person.name for person in people.order_by("name")]


ada, sam = (Person.objects.create(name=name) for name in ("Ada", "Sam"))
market = Project.objects.create(title="Farm market", owner=ada)
market.team.add(ada, through_defaults={"role": "lead"})
Membership.objects.create(project=market, person=sam, role="frontend")

print("forward:     ", market.owner.name, market.owner_id)
print("reverse:     ", [project.title for project in ada.owned_projects.all()])
print("many to many:", names(market.team.all()))
print("through:     ", [(row.person.name, row.role) for row in market.memberships.order_by("pk")])
print("in a lookup: ", Person.objects.filter(memberships__role="frontend").get().name)

noor, created = market.team.get_or_create(name="Noor", through_defaults={"role": "design"})
market.team.remove(sam)
print("afterwards:  ", names(market.team.all()))
