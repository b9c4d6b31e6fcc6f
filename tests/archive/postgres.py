"""A PostgreSQL server of our own on the loopback address, for the time of the tests."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path


def binaries():
    """The folder of PostgreSQL's own programs, or `None`: Debian keeps them out of the path."""
    found = shutil.which("pg_ctl")
    folders = [*sorted(Path("/usr/lib/postgresql").glob("*/bin")), *([Path(found).resolve().parent] if found else [])]
    whole = [f for f in folders if all((f / name).exists() for name in ("initdb", "pg_ctl", "createdb"))]
    return whole[-1] if whole else None


def owner():
    """The server refuses to run as root; then the user that its package made runs it."""
    if os.geteuid() != 0:
        return {}
    try:
        return {"user": pwd.getpwnam("postgres").pw_uid, "group": pwd.getpwnam("postgres").pw_gid}
    except KeyError:
        return None


class Server:
    """A server that can be stopped and started."""

    def __init__(self, folder, programs, who):
        self.folder, self.programs, self.who = folder, programs, who
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.run("initdb", "-D", "data", "-A", "trust", "-U", "tester", "-E", "UTF8", "--no-sync")

    def run(self, program, *arguments):
        subprocess.run(
            [self.programs / program, *arguments], cwd=self.folder, check=True, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **self.who,
        )  # fmt: skip

    def start(self):
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c fsync=off -k {self.folder}"
        self.run("pg_ctl", "-D", "data", "-o", options, "-w", "-l", "log", "start")

    def stop(self):
        self.run("pg_ctl", "-D", "data", "-m", "immediate", "-w", "stop")

    def database(self, name):
        """The address of a new, empty database."""
        self.run("createdb", "-h", "127.0.0.1", "-p", str(self.port), "-U", "tester", name)
        return f"postgresql://tester@127.0.0.1:{self.port}/{name}"


@contextmanager
def server():
    """A running server; `None` where PostgreSQL is not installed."""
    programs, who = binaries(), owner()
    if programs is None or who is None:
        yield None
        return
    folder = Path(tempfile.mkdtemp(prefix="dateline-pg-"))
    if who:
        os.chown(folder, who["user"], who["group"])
    running = Server(folder, programs, who)
    running.start()
    try:
        yield running
    finally:
        running.stop()
        shutil.rmtree(folder, ignore_errors=True)
