from django.test.utils import override_settings

import world

with override_settings(ROOT_URLCONF="steps.step_0"):  # change the number
    for size in (5, 20):
        world.reset()
        print(f"{size} projects: {world.queries_for_list(size)} queries")

    world.reset()
    bus = world.project(world.person("ada"), seats=1)
    [entry] = world.client().get("/projects/").json()["results"]
    detail = world.client().get("/projects/bus-times/").json()
    print("free seats in the list:  ", entry["seats_free"])
    print("free seats in the detail:", detail["seats_free"])

    join = world.request(bus, world.person("lin"))
    eve = world.client(world.person("eve"))
    print("Eve declines:", eve.post(f"/requests/{join.pk}/decline/").status_code)
    print("Eve accepts: ", eve.post(f"/requests/{join.pk}/accept/").status_code)
