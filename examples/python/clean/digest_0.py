from datetime import date

import mailer
from board import Person, Post


def weekly_digest(posts: list[Post], people: list[Person]) -> list[str]:
    """Mail everyone the news they follow; return the addresses that failed."""
    bad = []
    for p in people:
        if p.weekly:
            if p.email != "":
                lst = []
                for x in posts:
                    if x.slug in p.follows:
                        if x.author != p.name:
                            if (date.today() - x.day).days <= 7:
                                lst.append(x)
                if len(lst) > 0:
                    d: dict[str, list[Post]] = {}
                    for x in lst:
                        if x.slug in d:
                            d[x.slug].append(x)
                        else:
                            d[x.slug] = [x]
                    txt = "Hello " + p.name + ",\n"
                    for s in sorted(d):
                        txt = txt + "\n" + s + "\n"
                        # blockers first
                        for x in d[s]:
                            if x.kind == "blocker":
                                if len(x.text) > 40:
                                    t = x.text[:37] + "..."
                                else:
                                    t = x.text
                                txt = txt + "! " + x.author + " is stuck: " + t + "\n"
                        for x in d[s]:
                            if x.kind == "solution":
                                if len(x.text) > 40:
                                    t = x.text[:37] + "..."
                                else:
                                    t = x.text
                                txt = txt + "+ " + x.author + " solved: " + t + "\n"
                        for x in d[s]:
                            if x.kind == "progress":
                                if len(x.text) > 40:
                                    t = x.text[:37] + "..."
                                else:
                                    t = x.text
                                txt = txt + "- " + x.author + " reports: " + t + "\n"
                    subj = str(len(lst)) + " new posts"
                    if len(lst) == 1:
                        subj = "1 new post"
                    for x in lst:
                        if x.kind == "blocker":
                            if not subj.startswith("Help wanted"):
                                subj = "Help wanted: " + subj
                    try:
                        mailer.send(p.email, subj, txt)
                    except OSError:
                        bad.append(p.email)
    return bad
