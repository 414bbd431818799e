from django.template import Context, Engine
from django.utils.html import format_html
from django.utils.safestring import mark_safe

page = Engine().from_string("<h1>{{ title }}</h1> by {{ owner.name }}{{ owner.nmae }}.")

attack = "<script>steal()</script>"
owner = {"name": "Ada"}
print(page.render(Context({"title": attack, "owner": owner})))
print(page.render(Context({"title": mark_safe(attack), "owner": owner})))
print(page.render(Context({"title": format_html("<b>{}</b>", attack), "owner": owner})))
