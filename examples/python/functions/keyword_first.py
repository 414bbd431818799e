calls = [
    'request_join(person="Ada", "chat")',
    'request_join("Ada", project="chat")',
]
for call in calls:
    try:
        compile(call, "call.py", "eval")  # reads the code, does not run it
    except SyntaxError as error:
        print(f"{call}\n    {type(error).__name__}: {error.msg}")
    else:
        print(f"{call}\n    fine")
