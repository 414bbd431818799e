lines = [
    'request_join(person="Ada", "chat")',
    'request_join("Ada", project="chat")',
    'request_join("Ada", *rest, **options)',
    "request_join(**options, *rest)",
]
for line in lines:
    try:
        compile(line, "call.py", "eval")
    except SyntaxError as error:
        print(f"{line}\n    SyntaxError: {error.msg}")
    else:
        print(f"{line}\n    fine")
