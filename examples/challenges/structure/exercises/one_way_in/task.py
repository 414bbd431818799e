from given import Join, sent


def view(user: str, join: Join, action: str) -> int:
    project = join.project
    if action == "accept":
        if join.status != "pending":
            return 409
        if len(project.team) >= project.seats:
            return 409
        join.status = "accepted"
        project.team.append(join.person)
        sent.append(f"{join.person}: accepted")
        return 200
    elif action == "decline":
        if user != project.owner:
            return 403
        if join.status != "pending":
            return 409
        join.status = "declined"
        sent.append(f"{join.person}: declined")
        return 200
    return 404
