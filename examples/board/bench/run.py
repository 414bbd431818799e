"""Measures the board and prints one table: `python bench/run.py`.

It needs a PostgreSQL (DATABASE_URL, as a role that may create databases) and a Redis
(REDIS_URL). For each size it makes a database of its own, seeds it, starts gunicorn on
this machine, and lets a few users send each plan of `plans.py` for some seconds. Sizes
take turns, so that a slow minute of the machine meets all of them. In the end the
databases are dropped; databases 15, 14, … of Redis are emptied before and after.

Exit status 1 means that one of the two promises is broken: the cached list answers at
least 5 times as many requests as the naive one, and the median time with the largest
board is at most 1.5 times that with the smallest. 2 means that nothing could be measured.
"""

import argparse
import json
import os
import secrets
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles
from typing import Any
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

BOARD = Path(__file__).resolve().parent.parent
CACHED, NAIVE = ("list", "warm"), ("naive list", "")
FASTER, FLAT = 5.0, 1.5
# What is measured, with which caches. v1 counts all rows for its page numbers, and the
# naive view does too: they are shown, and not held to the second promise.
ROWS = [
    *[("list", cache) for cache in ("cold", "warm")],
    *[("list in v1", cache) for cache in ("cold", "warm")],
    NAIVE,
    *[
        (name, cache)
        for name in ("detail", "search, common word", "search, rare word", "join", "GraphQL page")
        for cache in ("cold", "warm")
    ],
]
NOT_FLAT = {("list in v1", "cold"), NAIVE}


class Broken(Exception):
    """Requests fail, so that their times would mean nothing."""


@dataclass
class Sample:
    """What was measured for one row and one size, over all rounds."""

    times: list[float] = field(default_factory=list)
    seconds: float = 0.0

    def rate(self) -> float:
        """Return answers per second."""
        return len(self.times) / self.seconds

    def percentile(self, percent: int) -> float:
        """Return the time in milliseconds that so many percent of the answers keep."""
        return quantiles(self.times, n=100, method="inclusive")[percent - 1]


Samples = dict[tuple[str, str], dict[int, Sample]]  # by name and cache, then by size


@dataclass
class Site:
    """A running board of one size."""

    url: str
    plans: dict[str, list[dict[str, Any]]]

    def plan(self, name: str, cache: str, limit: int) -> dict[str, Any]:
        """Return what the users send next; requests to join are used up."""
        once = name == "join"
        requests = self.plans[name]
        if once:
            requests, self.plans[name] = requests[:limit], requests[limit:]
        if cache == "cold":
            requests = [
                wanted | {"headers": wanted["headers"] | {"X-Bench-Cold": "1"}}
                for wanted in requests
            ]
        return {"requests": requests, "once": once}


@contextmanager
def database(url: str, name: str) -> Iterator[str]:
    """Create an empty database beside the one of the URL; drop it in the end."""
    import psycopg

    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"')
        try:
            yield urlsplit(url)._replace(path=f"/{name}").geturl()
        finally:
            server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def tidy(url: str) -> None:
    """Do now what autovacuum would do while we measure."""
    import psycopg

    with psycopg.connect(url, autocommit=True) as server:
        server.execute("VACUUM (ANALYZE)")


@contextmanager
def empty_redis(url: str, number: int) -> Iterator[str]:
    """Lend one of the databases of Redis, emptied before and after."""
    import redis

    url = urlsplit(url)._replace(path=f"/{number}").geturl()
    with redis.Redis.from_url(url) as client:
        client.flushdb()
        yield url
        client.flushdb()


@contextmanager
def site(size: int, number: int) -> Iterator[Site]:
    """Seed a board of this size and serve it as in production.

    Args:
        size: How many projects.
        number: Which database of Redis is its cache.
    """
    with ExitStack() as stack:
        name = f"board_bench_{size}_{os.getpid()}"
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        with socket.create_server(("127.0.0.1", 0)) as free:
            address = f"127.0.0.1:{free.getsockname()[1]}"
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "bench.settings",
            "DATABASE_URL": stack.enter_context(database(os.environ["DATABASE_URL"], name)),
            "CACHE_URL": stack.enter_context(empty_redis(os.environ["REDIS_URL"], number)),
            "DEBUG": "false",
            "SECRET_KEY": secrets.token_urlsafe(60),
            "ALLOWED_HOSTS": "127.0.0.1",
            "FRONTEND_URL": "http://127.0.0.1",
            "EMAIL_URL": "dummymail://",
            "LOG_LEVEL": "ERROR",
        }
        say(f"Seeding {size:,} projects")
        command = [sys.executable, "-m", "bench.plans", str(size), str(folder)]
        subprocess.run(command, cwd=BOARD, env=environment, check=True)
        tidy(environment["DATABASE_URL"])
        command = [sys.executable, "-m", "gunicorn", "config.wsgi", f"--bind={address}"]
        command += ["--workers=2", "--threads=2", "--log-level=warning"]
        server = subprocess.Popen(command, cwd=BOARD, env=environment)
        stack.callback(server.wait, 30)
        stack.callback(server.terminate)
        wait_for(f"http://{address}/healthz")
        plans = json.loads((folder / "plans.json").read_text(encoding="utf-8"))
        yield Site(f"http://{address}", plans)


def wait_for(url: str, seconds: float = 30.0) -> None:
    """Return when a server answers."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            urlopen(url, timeout=1).close()
            return
        except (URLError, ConnectionError, TimeoutError):
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)


def measure(where: Site, name: str, cache: str, options: argparse.Namespace) -> Sample:
    """Let the users send one plan; a single failed request ends the benchmark."""
    with tempfile.TemporaryDirectory() as folder:
        plan, result = Path(folder, "plan.json"), Path(folder, "result.json")
        plan.write_text(
            json.dumps(where.plan(name, cache, 1_000 * options.seconds)), encoding="utf-8"
        )
        users = str(options.users)
        command = [sys.executable, "-m", "locust", "-f", "bench/users.py", "--headless"]
        command += ["-u", users, "-r", users, "--host", where.url, "--loglevel", "ERROR"]
        command += ["-t", f"{options.seconds + 2}s", "--only-summary"]
        environment = os.environ | {"BENCH_PLAN": str(plan), "BENCH_RESULT": str(result)}
        run = subprocess.run(command, cwd=BOARD, env=environment, capture_output=True, text=True)
        if not result.exists():
            raise Broken(f"Locust failed:\n{run.stderr}")
        found = json.loads(result.read_text(encoding="utf-8"))
    if found["failures"] or not found["times"]:
        raise Broken(f"{name} {cache}: {found['failures'] or 'no answer in time'}")
    return Sample(found["times"], found["seconds"])


def measure_all(options: argparse.Namespace) -> Samples:
    """Seed and start the sites, and let them take turns."""
    samples: Samples = {
        row: {size: Sample() for size in options.sizes} for row in ROWS if row[0] in options.only
    }
    with ExitStack() as stack:
        sites = {
            size: stack.enter_context(site(size, 15 - place))
            for place, size in enumerate(options.sizes)
        }
        for turn in range(options.rounds):
            for name, cache in samples:
                say(f"Round {turn + 1} of {options.rounds}: {name} {cache}")
                for size, where in sites.items():
                    found = measure(where, name, cache, options)
                    samples[name, cache][size].times += found.times
                    samples[name, cache][size].seconds += found.seconds
    return samples


def report(samples: Samples) -> str:
    """Return the table in Markdown."""
    sizes = sorted(next(iter(samples.values())))
    head = ["request", "cache"]
    for size in sizes:
        head += [f"{size:,}: req/s", "p50", "p95", "p99"]
    lines = ["| " + " | ".join([*head, "p50 ratio"]) + " |"]
    lines.append("| --- | --- |" + " ---: |" * (4 * len(sizes) + 1))
    for row, by_size in samples.items():
        cells = list(row)
        for size in sizes:
            sample = by_size[size]
            cells.append(f"{sample.rate():.0f}")
            cells += [f"{sample.percentile(percent):.1f}" for percent in (50, 95, 99)]
        lines.append("| " + " | ".join([*cells, f"{growth(by_size):.2f}"]) + " |")
    return "\n".join(lines)


def growth(by_size: dict[int, Sample]) -> float:
    """Return the median time with the largest board over that with the smallest."""
    return by_size[max(by_size)].percentile(50) / by_size[min(by_size)].percentile(50)


def verdict(samples: Samples) -> tuple[str, bool]:
    """Say how the two promises stand, and whether both are kept."""
    lines, kept = [], True
    if {CACHED, NAIVE} <= samples.keys():
        ours, naive = samples[CACHED], samples[NAIVE]
        faster = min(ours[size].rate() / naive[size].rate() for size in ours)
        lines.append(f"Cached list over naive list, requests per second: {faster:.1f} (at least 5)")
        kept = faster >= FASTER
    flat = {row: growth(by_size) for row, by_size in samples.items() if row not in NOT_FLAT}
    if flat:
        worst = max(flat, key=lambda row: flat[row])
        lines.append(f"Worst growth of a median: {flat[worst]:.2f}, {worst} (at most {FLAT})")
        kept = kept and flat[worst] <= FLAT
    return "\n".join(lines), kept


def say(text: str) -> None:
    """Tell how far it is, apart from the table."""
    print(text, file=sys.stderr, flush=True)


def main() -> int:
    """Measure everything in turns; return the exit status."""
    names = list(dict.fromkeys(name for name, _ in ROWS))
    parser = argparse.ArgumentParser(description="Measure the board.")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 100_000], metavar="N")
    parser.add_argument("--only", nargs="+", choices=names, default=names, metavar="REQUEST")
    parser.add_argument("--users", type=int, default=4)
    parser.add_argument("--seconds", type=int, default=4, help="for each plan, size and round")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    for name in ("DATABASE_URL", "REDIS_URL"):
        if not os.environ.get(name):
            parser.error(f"set {name}: the benchmark runs on real servers")
    try:
        samples = measure_all(options)
    except Broken as broken:
        say(str(broken))
        return 2
    text, kept = verdict(samples)
    load = " ".join(f"{average:.1f}" for average in os.getloadavg())
    print(
        f"{report(samples)}\n\nTimes in milliseconds; {options.users} users; load {load}.\n{text}"
    )
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
