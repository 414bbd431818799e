import sqlite3

db = sqlite3.connect(":memory:")
db.execute("CREATE TABLE person (login TEXT PRIMARY KEY, phone TEXT UNIQUE)")
for login, phone in [("amina", None), ("jose", None), ("lindi", "555"), ("kwame", "555")]:
    try:
        db.execute("INSERT INTO person VALUES (?, ?)", (login, phone))
    except sqlite3.IntegrityError:
        print("refused:", login)
print(db.execute("SELECT count(*) FROM person").fetchone()[0], "people")
