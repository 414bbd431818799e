from collections import Counter
from itertools import groupby

kinds = ["blocker", "progress", "blocker", "blocker", "progress"]

for kind, group in groupby(kinds):
    print("as it comes:", kind, len(list(group)))

for kind, group in groupby(sorted(kinds)):
    print("sorted first:", kind, len(list(group)))

late = list(groupby(sorted(kinds)))
print("group read too late:", list(late[0][1]))

print("one pass, no sort:", dict(Counter(kinds)))
