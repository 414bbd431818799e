from itertools import islice

slugs = ["recipe-box", "bus-times", "study-buddy"]
titles = (slug.title() for slug in slugs)
try:
    titles[0]
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
try:
    len(titles)
except TypeError as error:
    print(f"{type(error).__name__}: {error}")

print("next:  ", next(titles))
print("islice:", list(islice(titles, 1)))
print("list:  ", list(titles))
