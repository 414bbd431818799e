from django.conf import settings
from django.core import signing

settings.configure(SECRET_KEY="old key, found in the history", SECRET_KEY_FALLBACKS=[])
link = signing.dumps({"reset": "ada"})


def judge(step: str) -> None:
    try:
        print(f"{step}: {signing.loads(link)}")
    except signing.BadSignature:
        print(f"{step}: refused, the signature does not match")


judge("before")
settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "new key", [settings.SECRET_KEY]
judge("a planned change")
settings.SECRET_KEY_FALLBACKS = []
judge("a leak")
