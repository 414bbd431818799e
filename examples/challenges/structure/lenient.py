from django.test.utils import override_settings

import world

BODIES = [{"seats": "4"}, {"title": 2026}, {"is_open": "no"}, {"seats": 4.0}, {"seats": True}]

world.reset()
ada = world.person("ada")
world.project(ada)
for body in BODIES:
    statuses = []
    for step in ("step_3", "step_4"):
        with override_settings(ROOT_URLCONF=f"steps.{step}"):
            statuses.append(world.client(ada).patch("/projects/bus-times/", body).status_code)
    print(f"{body!s:20} before serializers {statuses[0]}, after {statuses[1]}")
