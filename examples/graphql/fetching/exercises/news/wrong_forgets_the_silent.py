from collections import defaultdict

from strawberry.dataloader import DataLoader
from table import Post, posts_of


def make_loader(first: int) -> DataLoader[int, list[Post]]:
    """Return a loader of the newest posts by the id of their project."""

    async def load(ids: list[int]) -> list[list[Post]]:
        found: defaultdict[int, list[Post]] = defaultdict(list)
        for post in await posts_of(ids):
            found[post.project_id].append(post)
        return [posts[:first] for posts in found.values()]

    return DataLoader(load)
