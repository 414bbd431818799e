def tell(name: str) -> None:
    """Greet one member; Lin's turn stands for Ctrl+C at the keyboard."""
    if name == "Lin":
        raise KeyboardInterrupt
    print("hello", name.titel())  # the typo: str has title(), not titel()


def hide_everything(names: list[str]) -> None:
    """Show what a bare except costs."""
    for name in names:
        try:
            tell(name)
        except:  # noqa: E722
            pass


members = ["ada", "Lin", "sam"]
hide_everything(members)
print("bare except: nobody greeted, no message, Ctrl+C ignored")

try:
    for member in members:
        try:
            tell(member)
        except Exception as error:
            print(f"{type(error).__name__}: {error}")
except KeyboardInterrupt:
    print("stopped by Ctrl+C")

for kind in (KeyboardInterrupt, SystemExit, ValueError):
    print(kind.__name__, "is an Exception:", issubclass(kind, Exception))
