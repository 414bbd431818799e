# needs: board
from django.core.exceptions import ImproperlyConfigured

from config import environment as env

VARIABLES = {
    "DEBUG": "no!",
    "DATABASE_URL": "localhost:5432/board",
    "SECRET_KEY": "hunter2",
}
read = env.Environment(VARIABLES)
read.read("DEBUG", env.boolean, True, example="true or false")
read.read("SECRET_KEY", env.secret, "", example="50 random characters")
read.read("DATABASE_URL", env.database, {}, example="postgres://user:password@host:5432/board")
read.read("ALLOWED_HOSTS", env.words, [], example="board.example.org", required=True)
try:
    read.check()
except ImproperlyConfigured as error:
    print(error)
    print("values told:", sum(value in str(error) for value in VARIABLES.values()))

print("false is", bool("false"), "for bool() and", env.boolean("false"), "for the parser")
