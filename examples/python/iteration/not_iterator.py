slugs = ["recipe-box", "bus-times"]
try:
    next(slugs)
except TypeError as error:
    print(f"{type(error).__name__}: {error}")

print("afresh:", next(iter(slugs)), next(iter(slugs)))

iterator = iter(slugs)
print("kept:  ", next(iterator), next(iterator))
