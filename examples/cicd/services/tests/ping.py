import sys

import redis

try:
    print(redis.Redis(sys.argv[1]).ping())
except redis.ConnectionError as error:
    sys.exit(str(error))
