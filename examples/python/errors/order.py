def work_share(members: str) -> int:
    """Return each member's share of the work, in percent."""
    try:
        print("  try: parse")
        count = int(members)
    except ValueError:
        print("  except: not a number, count one member")
        return 100
    else:
        print("  else: parsed, divide")
        if count < 1:
            raise ValueError("a project needs a member")
        return 100 // count
    finally:
        print("  finally: runs before the function is left")


for text in ["4", "four", "0"]:
    print(f"members = {text!r}")
    try:
        print("  returned", work_share(text))
    except ValueError as error:
        print("  left with ValueError:", error)
