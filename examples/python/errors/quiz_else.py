def send(text: str) -> str:
    try:
        if not text:
            raise ValueError("empty")
        return "sent"
    except ValueError:
        return "refused"
    else:
        print("counted")
    finally:
        print("closed")


print(send("hello"))
