try:
    from rest_framework.views import APIView  # noqa: F401
except Exception as error:
    print(f"{type(error).__name__}: {error}")
