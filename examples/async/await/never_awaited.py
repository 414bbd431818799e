import asyncio

sent: list[str] = []


async def send_mail(person: str) -> None:
    sent.append(person)


async def main() -> None:
    send_mail("amina")  # the mistake: no await
    await send_mail("kwame")


asyncio.run(main())
print("sent to", sent)
