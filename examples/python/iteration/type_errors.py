# --8<-- [start:int]
open_projects = 3
try:
    for number in open_projects:
        print(number)
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
print("range:", list(range(open_projects)))
# --8<-- [end:int]

# --8<-- [start:list]
slugs = ["recipe-box", "bus-times"]
try:
    next(slugs)
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
print("iter: ", next(iter(slugs)))
# --8<-- [end:list]

# --8<-- [start:generator]
titles = (slug.title() for slug in slugs)
try:
    titles[0]
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
print("next: ", next(titles))
# --8<-- [end:generator]
