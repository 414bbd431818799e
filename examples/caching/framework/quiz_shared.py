from django.conf import settings

settings.configure()

from django.core.cache import cache

team = ["Amina"]
cache.set("team", team)
team.append("Lindiwe")
print(cache.get("team"))

found = cache.get("team")
found.append("José")
print(cache.get("team"))
