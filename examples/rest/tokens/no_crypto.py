import jwt

try:
    jwt.encode({"user_id": "7"}, "a private key", algorithm="RS256")
except NotImplementedError as error:
    print("NotImplementedError:", error)
