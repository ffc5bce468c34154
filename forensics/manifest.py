"""The manifest of a case: what it is made of, with a hash over itself."""

import hashlib
import json
from pathlib import Path
from typing import Any

from forensics import tables
from forensics.errors import BadCase

SCHEMA = "rocketmq-forensics-case"
AGAIN = "ingest the input again into a new case"


def text_of(manifest: dict[str, Any]) -> str:
    """Return *manifest* as it is written: with a hash over itself, so that no bit of it can turn unseen."""
    body = json.dumps(manifest, sort_keys=True)
    return json.dumps(manifest | {"check": hashlib.sha256(body.encode()).hexdigest()}, indent=1, sort_keys=True) + "\n"


def manifest_in(path: Path) -> dict[str, Any]:
    """Return the manifest at *path*; BadCase where it is none, of another version, or not as it was written."""
    try:
        text = path.read_text(encoding="utf-8")
        manifest = json.loads(text)
        schema, version = manifest["schema"], manifest["version"]
    except (FileNotFoundError, NotADirectoryError):
        raise BadCase(str(path.parent), "is not a case", "make one with: rmqf ingest DIR --case CASE") from None
    except OSError as error:
        raise BadCase(str(path), f"cannot be read: {error.strerror}", "check its owner and rights") from None
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise BadCase(str(path), f"cannot be read: {error}", AGAIN) from None
    if schema != SCHEMA or version != tables.VERSION:
        cure = f"this rmqf reads version {tables.VERSION}; ingest the input again"
        raise BadCase(str(path), f"is a case of version {version}", cure)
    manifest.pop("check", None)
    if text_of(manifest) != text:
        raise BadCase(str(path), "is damaged", AGAIN)
    return dict(manifest)


def of_any_version(path: Path) -> dict[str, Any] | None:
    """Return the manifest at *path*, of whatever version; None where none can be read: facts and parts stand in all of them."""
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
        facts, parts = manifest["facts"], manifest["parts"]
        whole = isinstance(facts, dict) and all(isinstance(entry["sha256"], str) for entry in parts.values())
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return dict(manifest) if whole else None
