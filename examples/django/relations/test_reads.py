from django.test import TestCase

from reads import team_lines
from team import Person, Project


class TeamLinesTest(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.ada = Person.objects.create(name="Ada")

    def announce(self, title: str) -> None:
        Project.objects.create(title=title, owner=self.ada).team.add(
            self.ada, through_defaults={"role": "lead"}
        )

    def test_the_number_of_queries_does_not_grow(self) -> None:
        self.announce("Farm market")
        with self.assertNumQueries(2):
            self.assertEqual(team_lines(), ["Farm market by Ada: 1 people"])
        for number in range(10):
            self.announce(f"Project {number}")
        with self.assertNumQueries(2):
            self.assertEqual(len(team_lines()), 11)
