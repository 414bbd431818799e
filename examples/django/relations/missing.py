# needs: board
import django

django.setup()

from people.models import Person, Profile
from projects.models import Project

Person.objects.bulk_create([Person(email="ada@example.org", name="Ada")])
ada = Person.objects.get(email="ada@example.org")

for what, read in [
    ("a person without a profile", lambda: ada.profile),
    ("a project that has no owner yet", lambda: Project(title="Farm market").owner),
]:
    try:
        read()
    except (Profile.DoesNotExist, Person.DoesNotExist) as error:
        print(f"{what}: {type(error).__name__}: {error}")

print("asked first:", hasattr(ada, "profile"), Profile.objects.filter(person=ada).first())
