"""The door for production servers: `gunicorn config.wsgi`."""

import os
from importlib import import_module

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = get_wsgi_application()

# Web servers load the schema at start: no request waits for it, and a fault in it shows here.
import_module("graph.views")
