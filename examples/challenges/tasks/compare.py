"""Six ways to tell the owner, the same hundred requests, the same faults."""

from django.db import connections

import counting

print(counting.HEAD)
for step in ("step_0", "step_1", "step_2", "step_3", "step_4", "step_5"):
    print(counting.line(step, counting.outcome(step)))
connections.close_all()
