from pathlib import Path

import django
from django.conf import settings
from django.template import TemplateDoesNotExist
from django.template.loader import render_to_string

HERE = Path(__file__).resolve().parent
settings.configure(
    INSTALLED_APPS=["django.contrib.admin", "django.contrib.auth", "django.contrib.contenttypes"],
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "DIRS": [HERE / "templates"],
            "APP_DIRS": True,
        }
    ],
)
django.setup()

try:
    render_to_string("projects/lits.html")
except TemplateDoesNotExist as error:
    print("TemplateDoesNotExist:", error)
    for origin, why in error.chain[0].tried:
        print("  tried …", "/".join(Path(origin.name).parts[-4:]), f"({why})")
