"""What both modules need lives in a third one, which imports neither."""

DEFAULT_STATUS = "draft"
