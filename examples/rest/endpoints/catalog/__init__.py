"""An app of Django: one model, one serializer, and four ways to serve them."""
