# needs: files
from unittest.mock import patch

for target in ("welcome.sned", "welcom.send"):
    try:
        with patch(target):
            pass
    except (AttributeError, ModuleNotFoundError) as error:
        print(f"{type(error).__name__}: {error}")
