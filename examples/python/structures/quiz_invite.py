def new_people(emails: list[str], members: set[str]) -> list[str]:
    """Return each address once, in order, without the members."""
    invited: list[str] = []
    for email in emails:
        if email not in members and email not in invited:
            invited.append(email)
    return invited


print(new_people(["sam@b.org", "lin@a.org", "sam@b.org"], {"lin@a.org"}))
