slugs = ["recipe-box", "bus-times", "study-buddy"]
feed = (slug for slug in slugs)

print("bus-times" in feed)
print(list(feed))
print("bus-times" in feed)
