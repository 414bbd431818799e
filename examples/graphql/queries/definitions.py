from collections.abc import Callable

import strawberry


def untyped_result() -> type:
    class Query:
        @strawberry.field
        def seats(self):
            return 3

    return Query


def untyped_argument() -> type:
    class Query:
        @strawberry.field
        def badge(self, size) -> str:
            return f"{size}.svg"

    return Query


def dictionary() -> type:
    class Query:
        limits: dict[str, int]

    return Query


def try_to_define(define: Callable[[], type]) -> None:
    try:
        strawberry.Schema(strawberry.type(define()))
    except Exception as error:
        print(f"{define.__name__}: {type(error).__name__}: {error}")


for define in (untyped_result, untyped_argument, dictionary):
    try_to_define(define)
