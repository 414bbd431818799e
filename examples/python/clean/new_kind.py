from datetime import date

from board import Post
from wording import KINDS, Wording, body

DAY = date(2025, 3, 9)
NEWS = [
    Post("chat-api", "Ada", "announcement", "demo on Friday", DAY),
    Post("chat-api", "Ada", "blocker", "CORS headers are refused", DAY),
]


def main() -> None:
    """Render one digest with the old table and with one more line."""
    print("--- the table as it is")
    print(body("Lin", NEWS))
    print("--- with one more line")
    kinds = {**KINDS, "announcement": Wording("*", "announces")}
    print(body("Lin", NEWS, kinds))


if __name__ == "__main__":
    main()
