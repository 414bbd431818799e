from pathlib import Path

from after.settings import SettingsError, read

WRONG = {"CACHE_URL": "localhost:6379", "MAIL_KEY_FILE": "mail_key.txt"}

try:
    read(WRONG)
except SettingsError as error:
    print("refused:", error)

Path("mail_key.txt").write_text("k3y-4711\n", encoding="utf-8")
right = WRONG | {
    "BOARD_SENDER": "board@example.org",
    "CACHE_URL": "redis://cache:6379",
}
print("accepted:", read(right))
