asked = ["Lin", "Ada", "Lin", "Sam", "Ada"]
print("people:", len(set(asked)))
print("unique, in order:", list(dict.fromkeys(asked)))

mine = {"python", "redis"}
wanted = {"react", "redis"}
print("in both:", mine & wanted)
print("in either:", sorted(mine | wanted))
print("only mine:", mine - wanted)
print("empty set:", set(), "and empty dict:", {})

fixed = frozenset(mine)
try:
    fixed.add("css")
except AttributeError as error:
    print(f"{type(error).__name__}: {error}")
