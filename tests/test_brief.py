"""What the site set out to teach: every topic has a section, and the section teaches it.

The table names, for each row and item, one section of one page and words that stand in
it. A page that is renamed, a heading that goes away or a section that loses its subject
fails here, in a second and without a build. To move a topic, move its line.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pytest
import yaml
from markdown.extensions.toc import slugify, unique

from nexus.lint.page import Page, read
from nexus.paths import CONFIG, DOCS, LOCK, ROOT

# Row: one line for each item, `item -> page#anchor: words`. No anchor means the opening.
# Words are looked for in the section with the sections below it, whatever their case; a
# word may stand in the code that the section quotes by name.
TEACHES = """
Python
    core fundamentals -> python/values.md#how-it-works: bound, mutable, scope
    control flow and functions -> python/functions.md#how-it-works: match, return, arguments
    data structures -> python/structures.md#how-it-works: list, set, dict, heap
    algorithms -> python/algorithms.md#how-it-works: big-o, search, sort, recursion
    object-oriented principles -> python/objects.md#how-it-works: inheritance, encapsulation, solid
    clean code -> python/clean.md#how-it-works: pep 8, naming, docstrings
    modular code -> python/clean.md#step-5-modules-by-reason-to-change: digest_5
    scalable code -> python/clean.md#a-new-kind-of-post-in-one-place: one line in the table

Django
    MVT architecture -> django/requests.md#model-view-template-where-mvcs-controller-went: model
    URL routing -> django/requests.md#url-routing-the-first-pattern-that-matches: pattern, converter
    views -> django/requests.md#the-life-of-a-request-step-by-step: view
    models -> django/relations.md#foreign-keys-and-many-to-many-with-through: model
    authentication -> board/index.md#who-you-are-what-you-may-do: authentication, jwt, session
    authorization -> board/index.md#who-you-are-what-you-may-do: authorization, permission, 404, 403
    ORM and database interaction -> django/relations.md#how-it-works: select_related, prefetch
    signals -> board/index.md#signals-and-middleware: signal, create_profile, ready
    middleware -> django/requests.md#middleware-an-onion-around-the-view: middleware

REST APIs
    RESTful endpoints -> rest/endpoints.md#how-it-works: apiview, generic, viewset
    serializers -> board/index.md#serializers-viewsets-routers: serializer, field
    ViewSets -> rest/endpoints.md#the-fourth-way-a-viewset-and-a-router: viewset
    routers -> rest/endpoints.md#the-fourth-way-a-viewset-and-a-router: router
    API versioning -> board/index.md#two-versions-side-by-side: version, /api/v2/
    pagination -> board/index.md#pages-filters-and-limits: pages, cursors, _beyond
    filtering -> board/index.md#pages-filters-and-limits: filters, projectfilter
    rate limiting -> board/index.md#pages-filters-and-limits: rate limits, 429, retry-after
    token authentication -> rest/tokens.md#a-stored-token-or-a-jwt: token
    JWT authentication -> rest/tokens.md#make-and-check-a-jwt-by-hand: signature

GraphQL
    schemas -> graphql/queries.md#the-schema-says-what-can-be-asked: schema, type
    queries -> graphql/queries.md#variables-fragments-aliases-and-directives: variables, fragments
    mutations -> graphql/queries.md#mutations-change-things-one-after-the-other: mutation
    integrating it with a Python backend -> graphql/queries.md#serve-it-from-django: django
    efficient data fetching -> graphql/fetching.md#how-it-works: dataloader, optimizer

Docker
    containerization fundamentals -> docker/dockerfile.md#how-it-works: image, container, layer
    writing Dockerfiles -> docker/dockerfile.md#see-it-work: dockerfile
    Docker Compose -> docker/compose.md#how-it-works: service, volumes, healthy
    environment reproducibility -> docker/dockerfile.md#how-it-works: cache, build context
    the same on every machine -> challenges/isolation.md#proof: machine

CI/CD
    automating builds and tests -> cicd/workflow.md#see-it-work: test
    GitHub Actions workflows -> cicd/workflow.md#jobs-share-no-disk: job, workflow
    tests with servers -> cicd/services.md#see-it-work: services, health check
    continuous deployment pipelines -> cicd/services.md#start-ask-switch-or-go-back: pipeline, switch back, deploy.console

Database design
    ERD modeling -> practices/design.md#entities-and-where-they-point: entity-relationship, erd
    ERD of the running project -> board/index.md#what-is-in-it: relation, erd.console
    normalization -> databases/normalization.md#how-it-works: first normal form, bcnf
    foreign keys -> board/index.md#rules-that-the-database-keeps: foreign keys, cascade
    relationships -> django/relations.md#foreign-keys-and-many-to-many-with-through: many
    constraints -> board/index.md#rules-that-the-database-keeps: unique constraint, check
    PostgreSQL implementation -> board/index.md#what-postgresql-adds: postgresql, index, lock
    transactions on PostgreSQL -> databases/transactions.md#how-it-works: isolation, lock

Asynchronous programming
    async/await fundamentals -> async/await.md#how-it-works: coroutine, await, event loop
    background tasks with Celery -> async/tasks.md#see-it-work: celery
    a task queue on RabbitMQ -> async/tasks.md#a-worker-killed-in-the-middle-on-both-brokers: rabbitmq
    a task queue on Redis -> async/tasks.md#a-worker-killed-in-the-middle-on-both-brokers: redis

Caching
    improving performance with caching -> caching/framework.md#see-it-work: cache
    Django cache framework -> caching/framework.md#how-it-works: cache_page, timeout, key
    Redis-based caching -> caching/redis.md#redis-as-djangos-cache: redis
    query optimization -> board/index.md#queries-are-counted: queries, with_details
    before you cache -> caching/framework.md#measure-and-optimize-queries-before-you-cache: queries

Challenges met
    1. complex API structuring -> challenges/structure.md#reproduce: structure
    1. solved: concerns separated -> challenges/structure.md#fix: selectors, services
    1. solved: serializer classes -> challenges/structure.md#step-4-serializers-check-and-show: serializer
    1. solved: ViewSets -> challenges/structure.md#step-5-viewsets-and-a-router: viewset
    2. environment isolation -> challenges/isolation.md#reproduce: machine
    2. solved: Compose for several containers -> challenges/isolation.md#step-4-the-servers-come-along: compose
    2. solved: variables -> challenges/isolation.md#step-2-what-differs-between-machines-comes-from-the-environment: environment
    2. solved: secure -> challenges/isolation.md#configure-secrets-so-that-they-do-not-leak: secret
    2. solved: Dockerfiles practiced -> docker/dockerfile.md#how-it-works: layer, stage
    3. CI/CD failures -> challenges/pipeline.md#reproduce: pipeline
    3. solved: step-by-step workflows -> challenges/pipeline.md#proof: run
    3. solved: proper test suites -> challenges/pipeline.md#prevent: test
    3. solved: debugged systematically -> challenges/pipeline.md#fix: one cause at a time
    4. asynchronous tasks -> challenges/tasks.md#reproduce: mail
    4. solved: Celery with RabbitMQ -> challenges/tasks.md#step-1-delay-a-worker-sends-the-mail: worker
    4. solved: e-mail notifications -> challenges/tasks.md#step-4-idempotent-by-a-key: mail
    4. solved: heavy tasks -> challenges/tasks.md#heavy-work-in-parts-with-progress: part
    4. solved: structured workers -> challenges/tasks.md#queues-of-their-own-for-mail-and-for-heavy-work: queue

Best practices
    clean code (PEP 8) -> practices/style.md#written-settings-not-taste: pep 8
    environment variables -> practices/configuration.md#check-at-the-start-and-name-everything: variable
    no hard-coded secrets -> practices/configuration.md#secrets-come-as-files: .env.example
    a secret that got out -> practices/configuration.md#when-a-secret-is-in-the-history: replace it
    small, frequent commits -> practices/commits.md#what-small-buys-the-guilty-commit-is-found-by-a-program: bisect
    meaningful messages -> practices/commits.md#the-message-what-in-the-subject-why-in-the-body: why
    document APIs -> practices/documentation.md#the-api-made-from-the-code-kept-compared: openapi
    document architectures -> practices/documentation.md#architecture-a-diagram-as-text-from-the-code: layers
    test early, test often -> practices/testing.md#what-a-bug-costs-by-the-day-it-is-found: test
    which tests -> practices/testing.md#how-many-of-which-kind: pyramid
    across backend and frontend roles -> practices/roles.md#an-error-has-two-readers: code, detail
    a change announced -> practices/roles.md#announce-a-change-before-it-breaks: deprecation, sunset
    plan the system design -> practices/design.md#write-the-decision-down-where-it-is-read: signal
    a design on two pages -> practices/design.md#a-template: template

Collaboration
    a place to announce -> collaboration/index.md#the-discord-channel: announce.graphql
    the contract -> collaboration/contract.md#an-openapi-document-is-the-contract: openapi
    dates -> collaboration/contract.md#dates-and-times-one-instant-several-texts: instant
    money and ids -> collaboration/contract.md#money-and-ids-json-numbers-are-floats-in-a-browser: float
    nulls -> collaboration/contract.md#absent-null-and-empty-are-three-answers: null
    casing -> collaboration/contract.md#casing-and-enums-as-the-contract-writes-them: enum
    lists -> collaboration/contract.md#lists-agree-on-the-envelope-before-the-first-page: page
    errors -> collaboration/contract.md#errors-one-form-for-all: code
    a mock server -> collaboration/contract.md#a-mock-server-before-the-backend-exists: mock
    a typed client -> collaboration/contract.md#a-typed-client-generated: type
"""  # noqa: E501

# What a page says rather than teaches: the same lines, without a quoted example.
SAYS = """
Python
    what scalable means -> python/clean.md#what-scalable-means: codebase, one place, load
    modules -> python/clean.md#modules-by-reason-to-change-cohesion-and-coupling: cohesion

CI/CD
    what a workflow is -> cicd/workflow.md#events-start-runs-jobs-are-machines-steps-are-commands: event, job, step

Best practices
    how small a commit is -> practices/commits.md#how-small-one-reason: one reason, git add -p
    from a pitch -> practices/design.md#from-a-pitch-to-requirements: requirement, must, never
    what the others need -> practices/roles.md#what-a-frontend-learner-needs-from-you: contract
Overview
    what it is -> about/index.md: documentation hub, learnings, experiences, technical growth
    the program -> about/index.md: alx prodev backend engineering program, developed as part
    what it gathers -> about/index.md: backend concepts, tools, best practices, workflows
    a living space -> about/index.md#overview: living documentation space, concepts, patterns
    at the front door -> index.md: alx prodev backend engineering program
    for contributors -> contributing/index.md#mend-a-page: pull request, edit
    published on each push -> contributing/index.md#what-happens-to-your-change: publish

Collaboration
    teamwork across functions -> collaboration/index.md: do not work in isolation, teamwork
    fellow backend learners -> collaboration/index.md#with-fellow-backend-learners: exchange ideas, debug
    pair programming -> collaboration/index.md#pair-programming-that-works: drives, navigates
    debugging sessions -> collaboration/index.md#debugging-together: expected, experiment
    frontend learners -> collaboration/index.md#with-frontend-learners: consume your api endpoints
    the channel -> collaboration/index.md#the-discord-channel: #prodevprojectnexus, official
    announce the project -> collaboration/index.md#the-discord-channel: announce the project
    find frontend collaborators -> collaboration/index.md#the-discord-channel: find frontend collaborators
    share news -> collaboration/index.md#the-discord-channel: progress, blockers and solutions
    stay updated -> collaboration/index.md#the-discord-channel: prodev-wide announcements
    the tip: be clear -> collaboration/first-week.md#communicate-your-chosen-project-clearly: sentence
    the tip: find partners -> collaboration/first-week.md#find-frontend-partners-early: partners
    the tip: agree -> collaboration/first-week.md#agree-on-the-api-contract-and-data-formats: contract, formats

Using the repository
    clone or fork -> about/index.md#how-to-use-the-repository: clone or fork
    the structure as a guide -> about/index.md#how-to-use-the-repository: structure as a guide
    update it as you learn -> about/index.md#how-to-use-the-repository: update it continuously

Structure and final thoughts
    what lies where -> about/index.md#what-lies-where: structure.py
    final thoughts -> about/index.md#final-thoughts: lives and keeps growing

The journey
    challenges and solutions -> about/journey.md#challenges-met-and-their-solutions: viewsets
    practices -> about/journey.md#best-practices-and-takeaways: pep 8, secret, commits, design
    collaboration -> about/journey.md#collaboration: #prodevprojectnexus
"""  # noqa: E501

PACKAGES = (
    "mkdocs",
    "mkdocs-material",
    "mkdocstrings",
    "pymdown-extensions",
    "mkdocs-git-revision-date-localized-plugin",
)


@dataclass(frozen=True)
class Home:
    """Where one item is taught, and the words that show it."""

    row: str
    item: str
    page: str
    anchor: str
    words: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.row}: {self.item}"


def homes(table: str) -> Iterator[Home]:
    """Read a table; a line that cannot be read is an error, never left out."""
    row = ""
    for line in table.splitlines():
        if not line.startswith(" "):
            row = line or row
            continue
        found = re.fullmatch(r" +(.+?) -> ([\w/-]+\.md)(?:#([\w-]+))?: (.+)", line)
        assert found, line
        yield Home(row, found[1], found[2], found[3] or "", tuple(found[4].split(", ")))


@cache
def page(name: str) -> Page:
    """Read a page of `docs/` once."""
    return read(DOCS / name)


def anchors(of: Page) -> list[str]:
    """Return the id of each heading, as Markdown's table of contents makes it."""
    used: set[str] = set()
    ids = []
    for heading in of.headings:
        named = re.search(r"\{[^}]*#([\w-]+)[^}]*\}\s*$", heading.text)
        text = re.sub(r"\[([^\]]*)\]\([^)]*\)|[`*]", r"\1", heading.text)
        ids.append(named[1] if named else unique(slugify(html.unescape(text), "-"), used))
    return ids


def section(of: Page, anchor: str) -> tuple[str, list[str]]:
    """Return the text of a section with those below it, and the examples that it quotes."""
    start, end, level = 0, of.body[-1][0] + 1, 0
    if anchor:
        found = of.headings[anchors(of).index(anchor)]
        start, level = found.line, found.level
    for heading in of.headings:
        if heading.line > start and (not anchor or heading.level <= level):
            end = heading.line
            break
    text = " ".join(line for number, line in of.body if start <= number < end)
    inside = [fence for fence in of.fences if start <= fence.line < end]
    return text, [fence.body.strip() for fence in inside if fence.name == "example"]


def missing(home: Home) -> str:
    """Return what the home of an item lacks, or nothing."""
    if not (DOCS / home.page).is_file():
        return f"there is no page docs/{home.page}"
    known = page(home.page)
    if home.anchor and home.anchor not in anchors(known):
        return f"docs/{home.page} has no section #{home.anchor}; it has {', '.join(anchors(known))}"
    text = re.sub(r"\s+", " ", re.sub(r"[`*]", "", section(known, home.anchor)[0])).lower()
    lost = [word for word in home.words if word not in text]
    return f"docs/{home.page}#{home.anchor} does not say: {', '.join(lost)}" if lost else ""


@pytest.mark.parametrize("home", [*homes(TEACHES), *homes(SAYS)], ids=str)
def test_every_item_has_its_section(home: Home) -> None:
    assert not (lacks := missing(home)), f"{home}: {lacks}"


@pytest.mark.parametrize("home", list(homes(TEACHES)), ids=str)
def test_what_is_taught_is_shown_by_an_example(home: Home) -> None:
    assert section(page(home.page), home.anchor)[1], f"{home}: the section quotes no example"


@pytest.mark.parametrize("row", list(dict.fromkeys(home.row for home in homes(TEACHES))))
def test_the_journey_leads_to_every_part_that_teaches_a_row(row: str) -> None:
    journey = page("about/journey.md")
    heading = next(h for h in journey.headings if h.text.split(" {")[0].startswith(row))
    text, _ = section(journey, anchors(journey)[journey.headings.index(heading)])
    for home in homes(TEACHES):
        if home.row == row:
            part = home.page.split("/")[0]
            assert f"(../{part}/" in text, f"docs/about/journey.md#{row} links nothing in {part}/"


@pytest.mark.parametrize("package", PACKAGES)
def test_each_package_does_visible_work(package: str) -> None:
    assert re.search(rf"^{package}==", LOCK.read_text("utf-8"), re.M), f"{package} is not locked"
    table, _ = section(page("about/index.md"), "what-it-is-built-with")
    assert f"| {package} |" in table
    config = CONFIG.read_text("utf-8")
    pages = [file.read_text("utf-8") for file in DOCS.rglob("*.md")]
    works = {
        "mkdocs": "\nnav:\n" in config and "\n  search: {}" in config,
        "mkdocs-material": "\n  name: material\n" in config,
        "mkdocstrings": "\n  mkdocstrings:\n" in config and any("\n::: " in text for text in pages),
        "pymdown-extensions": "pymdownx.tabbed" in config
        and any('\n=== "' in text for text in pages),
        "mkdocs-git-revision-date-localized-plugin": "\n  git-revision-date-localized:\n" in config,
    }
    assert works[package], f"nothing in mkdocs.yml or docs/ uses {package}"


def test_the_top_level_and_its_publication_stand() -> None:
    for name in ("README.md", "mkdocs.yml", "docs", "examples", "scripts", "requirements.txt"):
        assert (ROOT / name).exists(), name
    assert (ROOT / "README.md").read_text("utf-8").startswith("# ALX Project Nexus Documentation\n")
    publish = yaml.safe_load((ROOT / ".github/workflows/publish.yml").read_text("utf-8"))
    steps = [step for job in publish["jobs"].values() for step in job.get("steps", [])]
    assert any("actions/deploy-pages@" in step.get("uses", "") for step in steps)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("x -> about/gone.md#a: word", "there is no page docs/about/gone.md"),
        ("x -> about/index.md#gone: word", "has no section #gone"),
        ("x -> about/index.md#final-thoughts: no such words", "does not say: no such words"),
        ("x -> about/index.md: final thoughts", "does not say: final thoughts"),
    ],
)
def test_a_loss_is_named(line: str, said: str) -> None:
    (home,) = homes(f"Row\n    {line}")
    assert said in missing(home)
