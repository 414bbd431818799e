pitch = "Café finder"
utf8 = pitch.encode("utf-8")
latin1 = pitch.encode("latin-1")

print("characters:", len(pitch), "| UTF-8 bytes:", len(utf8))
print(utf8)
print(latin1)
print("same text again:", utf8.decode("utf-8") == pitch)

try:
    latin1.decode("utf-8")
except UnicodeDecodeError as error:
    print(f"{type(error).__name__}: {error}")

print("right encoding:", latin1.decode("latin-1") == pitch)
print("wrong, no error:", utf8.decode("latin-1") == pitch)
