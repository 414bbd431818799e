import sqlite3

db = sqlite3.connect(":memory:")
db.execute("CREATE TABLE member (person TEXT PRIMARY KEY)")
mails: list[str] = []

for team in (["amina"], ["lindi", "amina", "jose"]):
    try:
        with db:  # commits at the end of the block, rolls back on an exception
            for person in team:
                mails.append(person)
                db.execute("INSERT INTO member VALUES (?)", (person,))
    except sqlite3.IntegrityError:
        print("refused")

print(len(mails), "mails")
print(db.execute("SELECT count(*) FROM member").fetchone()[0], "members")
