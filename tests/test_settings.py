"""The settings file: options that hold for every command unless the command line says otherwise."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest


@pytest.fixture
def dateline(tmp_path):
    def run(*arguments, named=None, **environment):
        home = {"XDG_CONFIG_HOME": str(tmp_path), **({"DATELINE_CONFIG": str(named)} if named else {}), **environment}
        return subprocess.run(
            [sys.executable, "-W", "error", "-m", "dateline.cli", *map(str, arguments)],
            capture_output=True, text=True, encoding="utf-8", timeout=120, env={**os.environ, **home},
        )  # fmt: skip

    (tmp_path / "dateline").mkdir()
    (tmp_path / "dateline" / "mine.csv").write_text("name,country,office\nZed Zedder,FRA,foreign minister\n")
    return run


@pytest.fixture
def settings(tmp_path, dateline):
    return tmp_path / "dateline" / "config.toml"


def test_actors_of_the_settings_file_are_known_to_every_command(dateline, settings):
    settings.write_text('actors = ["mine.csv"]\n')
    assert "foreign minister" in dateline("actors", "find", "Zedder").stdout


def test_the_command_line_goes_before_the_settings_file(dateline, settings, tmp_path):
    settings.write_text('actors = ["not there.csv"]\n')
    found = dateline("actors", "find", "Zedder", "--actors", tmp_path / "dateline" / "mine.csv")
    assert found.returncode == 0


def test_the_environment_goes_before_the_settings_file(dateline, settings, tmp_path):
    settings.write_text('archive = "mysql://nowhere"\n')
    assert "mysql" in dateline("contacts").stderr
    assert "mysql" not in dateline("contacts", DATELINE_ARCHIVE=str(tmp_path / "a.db")).stderr


def test_without_a_file_nothing_changes(dateline):
    assert "nobody is known" in dateline("actors", "find", "Zedder").stdout


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("jobs = 0", "1 or more"),
        ('jobs = "two"', "1 or more"),
        ('actors = "mine.csv"', "a list of files"),
        ("archive = 7", "in quotes"),
        ("colour = true", "unknown setting colour"),
        ("jobs = 1 2\n", "line 1"),
    ],
)
def test_a_setting_that_cannot_be_is_told_with_its_file(dateline, settings, text, complaint):
    settings.write_text(text)
    result = dateline("schema")
    assert result.returncode == 2
    assert str(settings) in result.stderr
    assert complaint in result.stderr
    assert "Traceback" not in result.stderr


def test_an_actor_file_that_is_not_there_is_told(dateline, settings):
    settings.write_text('actors = ["none.csv"]\n')
    result = dateline("actors", "find", "Zedder")
    assert result.returncode == 2
    assert "none.csv: cannot be read" in result.stderr


def test_a_file_that_the_environment_names_must_be_there(dateline, tmp_path):
    result = dateline("schema", named=tmp_path / "none.toml")
    assert result.returncode == 2
    assert "none.toml: no such settings file" in result.stderr


def test_the_model_of_the_settings_file_is_named_from_its_own_folder(dateline, settings):
    settings.write_text('model = "desk"\n')
    told = dateline("read", settings)
    assert told.returncode == 2
    assert f"{settings.parent / 'desk'}: no such folder" in told.stderr
