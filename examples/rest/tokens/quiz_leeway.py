from by_hand import Refused, check, make

KEY = b"a secret of 32 bytes, at least!!"
token = make({"user_id": "7", "exp": 1000}, KEY)

for now, leeway in [(999, 0), (1000, 0), (1004, 5), (1005, 5)]:
    try:
        check(token, KEY, now, leeway)
        print("good")
    except Refused as why:
        print(why)
