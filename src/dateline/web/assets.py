"""Style sheets, scripts, the map: files of the package, each under an address that names its content."""

from __future__ import annotations

import hashlib
import mimetypes
from pathlib import Path

from fastapi import APIRouter, HTTPException, Request, Response

FOLDER = Path(__file__).parent / "static"

TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".json": "application/json"}

FOREVER = "public, max-age=31536000, immutable"
"""An address that names its content never shows another one."""

router = APIRouter(include_in_schema=False)


@router.get("/static/{digest}/{name:path}")
def asset(request: Request, digest: str, name: str) -> Response:
    """One file. An address made for other content is not found, so that nothing stale is kept for ever."""
    assets: Assets = request.app.state.pages.assets
    file = assets.files.get(name)
    if file is None or assets.digests[name] != digest:
        raise HTTPException(404, "no such file")
    kind = TYPES.get(Path(name).suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    return Response(file.read_bytes(), media_type=kind, headers={"cache-control": FOREVER})


class Assets:
    """The files under ``static/`` and their addresses."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self.files = {str(f.relative_to(folder).as_posix()): f for f in sorted(folder.rglob("*")) if f.is_file()}
        self.digests = {name: hashlib.sha256(f.read_bytes()).hexdigest()[:12] for name, f in self.files.items()}

    def address(self, name: str) -> str:
        """``/static/1f3a.../page.css``. Raises `KeyError` for what is no file of the package."""
        return f"/static/{self.digests[name]}/{name}"
