"""A model's folder, looked at before reports are read with it."""

from __future__ import annotations

import json
import shutil

import pytest

from dateline.commands.model import check_model
from dateline.errors import DatelineError, UsageError
from dateline.model.checking import check
from dateline.model.folder import FILES, WEIGHTS, check_folder
from dateline.model.network import Network


@pytest.fixture
def folder(tmp_path):
    """A copy of the shipped model."""
    for name in FILES:
        shutil.copyfile(WEIGHTS / name, tmp_path / name)
    return tmp_path


def test_a_copy_of_our_model_is_our_model(folder):
    found = check(folder)
    assert found.version == Network().version or (WEIGHTS / "calibration.toml").is_file()
    assert set(found.sizes) == set(FILES)
    assert found.seen.attributions or found.seen.contacts


def test_what_a_model_is_is_printed(folder, capsys):
    assert check_model(folder) == 0
    told = capsys.readouterr().out
    for words in (
        str(folder),
        "encoder.onnx",
        "MB in all",
        "negotiation",
        "contact 0.",
        "raw scores",
        "read: The French",
    ):
        assert words in told


def test_how_sure_it_is_belongs_to_the_model(folder):
    before = Network(folder).version
    (folder / "calibration.toml").write_text("[contact]\nslope = 0.5\nintercept = 0.25\n")
    assert Network(folder).version != before
    assert Network(folder).calibration.confidence("contact", 0.5) == 0.56


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("pairs.onnx", None, "lacks pairs.onnx"),
        ("labels.onnx", "no graph", r"labels\.onnx is no graph"),
        ("tokenizer.json", "{}", r"tokenizer\.json is no tokenizer"),
        ("layout.json", "[", r"layout\.json"),
        ("layout.json", "{}", "a list of values is wanted for kind, status"),
        ("limits.toml", "contact = 2", "is no limit"),
        ("limits.toml", "contact =", r"limits\.toml: Invalid value"),
        ("calibration.toml", "[contact]\nslope = 1", "a slope and an intercept"),
    ],
)
def test_what_is_wrong_with_a_model_is_told_with_its_file(folder, name, content, complaint):
    if content is None:
        (folder / name).unlink()
    else:
        (folder / name).write_text(content)
    with pytest.raises(DatelineError, match=complaint):
        check(folder)


def test_a_label_that_the_record_has_no_place_for_is_told(folder):
    layout = json.loads((folder / "layout.json").read_text())
    layout["kind"][0] = "seance"
    (folder / "layout.json").write_text(json.dumps(layout))
    with pytest.raises(DatelineError, match="no place for seance"):
        check(folder)


def test_graphs_of_another_layout_are_told(folder):
    layout = json.loads((folder / "layout.json").read_text())
    layout["cameo"] = layout["cameo"][:3]
    (folder / "layout.json").write_text(json.dumps(layout))
    with pytest.raises(DatelineError, match="do not fit"):
        check(folder)


def test_a_folder_that_is_asked_for_is_looked_at_first(tmp_path):
    check_folder(None)
    check_folder(WEIGHTS)
    with pytest.raises(UsageError, match="no such folder"):
        check_folder(tmp_path / "nowhere")
    with pytest.raises(UsageError, match=r"it lacks encoder\.onnx"):
        check_folder(tmp_path)
