empty_values = [None, False, 0, 0.0, "", [], (), {}, set()]
for value in empty_values:
    print(f"{value!r}: {bool(value)}")

print("looks empty:", bool("0"), bool("False"), bool(" "), bool([0]))

max_members = 0  # the owner closed the project for new members
print("with or:", max_members or 5)
print("with is None:", 5 if max_members is None else max_members)
