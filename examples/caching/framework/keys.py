from django.conf import settings

settings.configure(
    CACHES={
        alias: {
            "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
            "LOCATION": "shared",  # one store for both
            "KEY_PREFIX": prefix,
            "VERSION": 1,
        }
        for alias, prefix in (("default", "board"), ("shop", "shop"))
    }
)

from django.core.cache import cache, caches

print("stored under:", cache.make_key("list"), "and", caches["shop"].make_key("list"))
cache.set("list", "projects")
print("the shop sees:", caches["shop"].get("list"))

cache.set("list", "projects, new form", version=2)
print("version 1:", cache.get("list"))
print("version 2:", cache.get("list", version=2))

# A key holds everything that the answer depends on.
for page, language in ((1, "en"), (1, "fr"), (2, "en")):
    cache.set(f"projects:{language}:page={page}", f"{page} in {language}")
print("page 1, French:", cache.get("projects:fr:page=1"))
