"""A mail server for tests: prints each message as a line of JSON.

While /tmp/hold is there, it takes connections and says nothing.
"""

import asyncio
import json
from pathlib import Path


async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    def say(text: str) -> None:
        writer.write(f"{text}\r\n".encode())

    print(json.dumps({"connected": True}), flush=True)
    while Path("/tmp/hold").exists():
        await asyncio.sleep(0.1)
    say("220 mail")
    try:
        while line := await reader.readline():
            word = line.decode().strip().upper()
            if word == "DATA":
                say("354 go on")
                message = (await reader.readuntil(b"\r\n.\r\n"))[:-3]
                print(json.dumps({"mail": message.decode()}), flush=True)
            say("221 bye" if word == "QUIT" else "250 ok")
    except (ConnectionError, asyncio.IncompleteReadError):
        pass
    finally:
        writer.close()


async def main() -> None:
    async with await asyncio.start_server(serve, "0.0.0.0", 1025) as server:
        await server.serve_forever()


asyncio.run(main())
