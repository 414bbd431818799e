"""Who a reader of the playground may be."""

from html import escape
from typing import Any


def html(values: dict[str, Any]) -> str:
    """Return the people of the seeded database, for whom `playground.mjs` makes buttons."""
    rows = "".join(
        f'<li data-email="{escape(email)}"><code>{escape(email)}</code>: {escape(who)}</li>'
        for email, who in values["people"].items()
    )
    password = escape(values["password"])
    return (
        '<div class="nx-people">'
        f"<p>People of the seeded database, all with the password <code>{password}</code>:</p>"
        # Empty, so that its module comes at once: it serves the forms of the whole page.
        f'<ul>{rows}</ul><div data-part="playground" data-password="{password}"></div></div>'
    )
