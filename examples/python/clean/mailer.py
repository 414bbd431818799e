def send(to: str, subject: str, body: str) -> None:
    """Send one mail; this stand-in prints it.

    Raises:
        OSError: the address cannot be reached.
    """
    if to.endswith(".invalid"):
        raise OSError(f"cannot reach {to}")
    print(f"To: {to}\nSubject: {subject}\n\n{body}")
