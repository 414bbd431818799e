"""Makes a wheel small: leaves out what a page cannot use, and packs the rest tightly.

The result is a `.tar.bz2`, which Pyodide unpacks as it does a wheel. Packed as one stream it
has about half the bytes of the wheel, where each file is packed alone.
"""

import bz2
import io
import re
import tarfile
import zipfile

# For all: compiled for another machine, types, tests, translations, pictures' sources, and
# of the metadata all but what programs and people's rights need.
_EVERYWHERE = re.compile(
    r"\.(so|pyd|pyi|po|map|exe)$|/py\.typed$|/tests/|/locale/(?!en/)[^/]+/"
    r"|\.dist-info/(?!METADATA$|entry_points\.txt$|licen[sc]es?/|LICEN[SC]E|COPYING)"
)
# Name of the package -> what of it a page cannot use. Verified by running every example.
_DROPPED = {
    "billiard": r"^billiard/(_win|popen_|spawn|forkserver|managers|pool|dummy)",
    "celery": r"^celery/(bin|fixups/(?!__init__|django)"
    r"|events/(cursesmon|dumper|snapshot)|apps/multi"
    r"|contrib/(?!__init__|testing)|concurrency/(eventlet|gevent|prefork|asynpool|thread)"
    r"|backends/(?!__init__|base|cache|filesystem|rpc|asynchronous))",
    "click": r"^click/(_winconsole|testing|shell_completion)",
    "django": r"^django/(contrib/gis/|contrib/admin/static/|conf/\w+_template/"
    r"|db/backends/(oracle|mysql)/)",
    "djangorestframework": r"^rest_framework/static/",
    "drf-spectacular": r"^drf_spectacular/(locale|validation)/",
    "drf-spectacular-sidecar": r"^drf_spectacular_sidecar/static/",
    "kombu": r"^kombu/(asynchronous/(aws|http)|"
    r"transport/(?!__init__|base|memory|native|pyamqp|virtual))",
    "pygments": r"^pygments/(lexers/(?!__init__|_mapping|diff|python|special)|sphinxext"
    r"|formatters/(?!__init__|_mapping|html|other|terminal)|styles/(?!__init__|_mapping|default))",
    "python-dateutil": r"^dateutil/zoneinfo/",
    "strawberry-graphql": r"^strawberry/(aiohttp|channels|chalice|cli|codegen|codemods|ext|fastapi"
    r"|flask|litestar|pydantic|quart|sanic|schema_codegen|static"
    r"|experimental/pydantic)/",
}
_MOMENT = 315532800  # 1980: bytes must not depend on the clock


def slim(name: str, wheel: bytes) -> bytes:
    """Return the wheel of the package ``name`` as a small `.tar.bz2`, always the same bytes."""
    drop = re.compile(_DROPPED.get(name, r"$^"))
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(wheel)) as source,
        tarfile.open(fileobj=buffer, mode="w", format=tarfile.PAX_FORMAT) as target,
    ):
        for path in sorted(source.namelist()):
            if path.endswith("/") or drop.search(path) or _EVERYWHERE.search(path):
                continue
            content = source.read(path)
            if path.endswith(".dist-info/METADATA"):
                content = content.partition(b"\n\n")[0] + b"\n"  # without the description
            info = tarfile.TarInfo(path)
            info.size, info.mtime, info.mode = len(content), _MOMENT, 0o644
            target.addfile(info, io.BytesIO(content))
    return bz2.compress(buffer.getvalue())
