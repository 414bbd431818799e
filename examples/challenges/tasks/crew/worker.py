"""What a worker process loads: `celery -A crew.worker worker`."""

import mysite

mysite.start()

import ways.step_1
import ways.step_3
import ways.step_4  # noqa: F401
from crew.broker import app  # noqa: F401
