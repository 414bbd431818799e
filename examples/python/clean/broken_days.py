def reminder(person: str, days: int) -> str:
    """Return the text of a reminder."""
    if days > 1:
        return f"{person} has waited for {days} days"
    return f"{person} asked to join"


form = {"person": "Lin", "days": "3"}
if form["person"] == "Sam":
    print(reminder(form["person"], form["days"]))
print(reminder("Ada", 5))
