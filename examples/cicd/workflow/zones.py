# needs: posix
import os
from datetime import datetime

MOMENT = 1_772_404_200  # seconds since 1970: one moment, the same everywhere

print(os.environ.get("TZ", "UTC"), datetime.fromtimestamp(MOMENT).date())
