"""``dateline serve``, as a user starts it."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest


def started(filled, *options, **environment):
    """A running server and its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "dateline.cli", "serve", "--archive", str(filled), "--port", str(port), *options]
    inherited = {k: v for k, v in os.environ.items() if k != "DATELINE_TOKEN"}
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=inherited | environment)
    return process, f"http://127.0.0.1:{port}"


def page(address, host=None):
    """A page's status and text, once the server answers."""
    request = urllib.request.Request(address, headers={"host": host} if host else {})
    for _ in range(200):
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode()
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the server does not answer")


def stopped(process):
    """What a server has printed, once Ctrl-C has stopped it."""
    process.send_signal(signal.SIGINT)
    _, printed = process.communicate(timeout=60)
    return printed


def test_it_serves_until_stopped(filled):
    process, address = started(filled)
    status, text = page(address)
    refused, _ = page(address, host="evil.example")
    printed = stopped(process)
    assert (status, "The record on" in text) == (200, True)
    assert 400 <= refused < 500
    assert address in printed
    assert "token" not in printed
    assert "Traceback" not in printed


def test_review_prints_a_token(filled):
    process, address = started(filled, "--review")
    status, text = page(f"{address}/review")
    printed = stopped(process)
    assert (status, "Token" in text) == (200, True)
    assert len(re.search(r"token (\S+)", printed)[1]) >= 32


def test_a_token_from_the_environment_is_not_printed(filled):
    process, address = started(filled, "--review", DATELINE_TOKEN="a secret of sixteen and more")
    page(address)
    assert "a secret" not in stopped(process)


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])
def test_it_refuses_to_be_reached_without_a_token(filled, host):
    process, _ = started(filled, "--host", host)
    _, printed = process.communicate(timeout=60)
    assert process.returncode == 2
    assert "set DATELINE_TOKEN" in printed
