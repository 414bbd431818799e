from datetime import date

announced = date(2026, 3, 2)
first_commit = date(2026, 3, 9)

days = (first_commit - announced).days
print(f"The project went from pitch to code in {days} days.")
