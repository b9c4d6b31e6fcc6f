"""``dateline serve``: the archive in a browser."""

from __future__ import annotations

import ipaddress
import os
import secrets
import sys

from dateline.errors import UsageError

TOKEN = "DATELINE_TOKEN"
"""The environment variable that holds the reviewers' token."""

SHORTEST = 16
"""Characters of a token below which it could be guessed."""

LOCAL_NAMES = ("localhost", "127.0.0.1", "[::1]")


def serve(where: str | None, host: str, port: int, review: bool) -> int:
    """Serve until stopped. Raises `UsageError` where the web parts are missing or the address is refused."""
    token = review_token(host, review)
    try:
        import uvicorn

        from dateline.web import create_app
    except ModuleNotFoundError as error:
        raise UsageError(f"pages take some more parts ({error.name}): pip install 'dateline[web]'") from None
    from dateline.archive import Archive

    with Archive(where) as archive:
        app = create_app(archive, review_token=token, hosts=allowed_names(host))
        app.state.desk.warm()
        shown = f"[{host}]" if ":" in host else host
        print(f"Dateline: http://{shown}:{port}/ (stop with Ctrl-C)", file=sys.stderr)
        if token and not os.environ.get(TOKEN):
            print(f"Review: http://{shown}:{port}/review with the token {token}", file=sys.stderr)
        sys.stderr.flush()
        uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False, limit_concurrency=200)
    return 0


def review_token(host: str, review: bool) -> str | None:
    """The token for reviewers: `TOKEN`, else a new one where `review` asks for it; `None` to only read.

    Raises `UsageError` for a token that could be guessed, and for an address that other machines reach without one.
    """
    token = os.environ.get(TOKEN) or None
    if token and len(token) < SHORTEST:
        raise UsageError(f"{TOKEN} has {len(token)} characters: take at least {SHORTEST}, so that it is not guessed")
    if not is_loopback(host) and token is None:
        raise UsageError(
            f"{host} can be reached from other machines: set {TOKEN} to a token of {SHORTEST} characters or more to "
            "allow that, or leave --host away to serve this machine alone"
        )
    return (token or secrets.token_urlsafe(24)) if review else None


def is_loopback(host: str) -> bool:
    """Whether an address to listen at can be reached from this machine only."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def allowed_names(host: str) -> list[str] | None:
    """The names a browser may call the server by; any where other machines reach it."""
    return [*LOCAL_NAMES, host] if is_loopback(host) else None
