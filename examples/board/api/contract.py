"""The contract as text: what `/api/openapi-v2.json` answers is what `contract/` holds."""

import json
from functools import cache

VERSIONS = ("v1", "v2")


@cache
def openapi(version: str) -> str:
    """Return the OpenAPI document of one version: made once, since only a release changes it."""
    from drf_spectacular.generators import SchemaGenerator  # it imports all views, and they us

    document = SchemaGenerator(api_version=version).get_schema(request=None, public=True)
    return json.dumps(document, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def texts() -> dict[str, str]:
    """Return all files of the contract by name."""
    from graph.export import export_schema

    files = {f"openapi-{version}.json": openapi(version) for version in VERSIONS}
    return files | {"schema.graphql": export_schema()}
