from given import Conflict, Join, NotAllowed, sent


def accept(actor: str, join: Join) -> None:
    require_open_to(actor, join)
    project = join.project
    if len(project.team) >= project.seats:
        raise Conflict("no_seat")
    project.team.append(join.person)
    close(join, "accepted")


def decline(actor: str, join: Join) -> None:
    require_open_to(actor, join)
    close(join, "declined")


def require_open_to(actor: str, join: Join) -> None:
    if actor != join.project.owner:
        raise NotAllowed
    if join.status != "pending":
        raise Conflict("not_pending")


def close(join: Join, status: str) -> None:
    join.status = status
    sent.append(f"{join.person}: {status}")


SERVICES = {"accept": accept, "decline": decline}


def view(user: str, join: Join, action: str) -> int:
    if action not in SERVICES:
        return 404
    try:
        SERVICES[action](user, join)
    except NotAllowed:
        return 403
    except Conflict:
        return 409
    return 200
