"""Files made to break a reader: each within its bound, told in one line, and nothing else lost."""

import gzip
import io
import json
import os
import resource
import time
import zipfile

import made_files as made
import pytest
from made_files import BODY

from dateline.errors import SetAside
from dateline.intake import Intake
from dateline.record import Report

SECONDS = 20
MEGABYTES = 600

LAUGHS = '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


def zip_bomb():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (300 << 20))
    return out.getvalue()


def good(number):
    return json.dumps({"id": f"g{number}", "body": f"Talk number {number}. " + " ".join(BODY)})


HOSTILE = {
    "laughs in news": (LAUGHS + "]><newsItem>&i;</newsItem>", "line 1 defines entities"),
    "laughs in a feed": (LAUGHS + "]><rss><channel><item><title>&i;</title></item></channel></rss>", "defines entities"),
    "an outside entity": ('<?xml version="1.0"?><!DOCTYPE n [<!ENTITY x SYSTEM "file:///etc/passwd">]><nitf>&x;</nitf>', "entities"),
    "cut XML": (made.newsml_g2()[:900], "not XML (line"),
    "a deep page": ("<html><body>" + "<div>" * 100_000 + "They met in Oslo on Monday.", "nested 100,0"),
    "deep XML": ("<nitf>" + "<a>" * 100_000, "not XML"),
    "deep JSON": ('{"a":' * 100_000, "not JSON"),
    "a zip bomb": (zip_bomb(), "unpacks to 300 MiB"),
    "a broken zip": (made.docx()[:-300], "broken zip"),
    "gzip of zeros": (made.bomb(200), "binary"),
    "a broken PDF": (made.pdf(["They met."])[:200], "PDF"),
    "a wide CSV line": ("title,body\n" + "x" * (20 << 20), "characters"),
    "a headline that is a list": ('{"headline": ["x"], "body": "They met in Oslo."}', "headline is not text but list"),
    "a headline that is an object": ('{"headline": {"x": 1}, "body": "They met in Oslo."}', "headline is not text but dict"),
    "a source that is true": ('{"source": true, "body": "They met in Oslo."}', "source is not text but bool"),
    "a long id": (json.dumps({"id": "x" * 6000, "body": "They met in Oslo."}), "id has 6,000 characters"),
    "photos of brackets": ("body,photos\nThey met in Oslo.," + "[" * 100_000 + "\n", "photos"),
    "photos that are numbers": ('{"body": "They met in Oslo.", "photos": [1]}', "photos"),
    "a photo's file that is a list": ('{"body": "They met in Oslo.", "photos": [{"file": []}, {"file": [1]}]}', "photo"),
    "a date that is a list": ('{"body": "They met in Oslo.", "published": [2018]}', "published"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_set_aside_in_bounded_time_and_memory(tmp_path, name):
    content, reason = HOSTILE[name]
    path = tmp_path / "file"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    (tmp_path / "zz.jsonl").write_text(good(1))
    before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    items = list(Intake([tmp_path]))
    assert time.process_time() - began < SECONDS
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024 < MEGABYTES
    assert [item.id for item in items if isinstance(item, Report)] == ["g1"]
    asides = [item for item in items if isinstance(item, SetAside)]
    assert asides
    assert reason in asides[0].reason
    assert str(path) in asides[0].where
    assert "\n" not in str(asides[0])


def test_what_was_whole_before_a_break_is_kept(tmp_path):
    lines = [good(n) for n in range(1000)]
    whole = gzip.compress("\n".join(lines).encode())
    cut = tmp_path / "cut.jsonl.gz"
    cut.write_bytes(whole[: len(whole) // 2])
    items = list(Intake([cut]))
    assert 400 < sum(isinstance(item, Report) for item in items) < 600
    assert "breaks off" in items[-1].reason
    damaged = bytearray(whole)
    damaged[-6] ^= 0xFF  # the check sum
    cut.write_bytes(damaged)
    items = list(Intake([cut]))
    assert sum(isinstance(item, Report) for item in items) >= 999
    assert "damaged" in items[-1].reason
    array = gzip.compress(f"[{','.join(lines)}]".encode())
    (tmp_path / "cut.json.gz").write_bytes(array[: len(array) // 2])
    items = list(Intake([tmp_path / "cut.json.gz"]))
    assert 400 < sum(isinstance(item, Report) for item in items) < 600


def test_blocks_of_gzip_that_are_none(tmp_path):
    path = tmp_path / "b.gz"
    path.write_bytes(b"\x1f\x8b\x08\0\0\0\0\0\0\x03" + b"\xff" * 100)
    (item,) = Intake([path])
    assert isinstance(item, SetAside)


def test_a_cell_of_200_000_characters_is_read(tmp_path):
    body = " ".join(BODY * 700)[:200_000]
    path = tmp_path / "t.csv"
    path.write_text(f'title,body\n"Talks","{body}"\n')
    (report,) = Intake([path])
    assert len(report.body) == len(body)


def test_a_nul_byte_in_a_table_is_passed_over(tmp_path):
    path = tmp_path / "t.jsonl"
    path.write_text(json.dumps({"id": "n\0 3", "body": " ".join(BODY)}))
    assert next(iter(Intake([path]))).id == "n 3"


def test_links_in_circles_and_pipes_in_folders(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "again").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "r.jsonl").write_text(good(1))
    assert [item.id for item in Intake([tmp_path])] == ["g1"]


def test_the_same_id_again_and_again_takes_no_longer(tmp_path):
    path = tmp_path / "same.jsonl"
    path.write_text("\n".join(json.dumps({"id": "x", "body": f"Talk {n}. {BODY[0]}"}) for n in range(5000)))
    began = time.process_time()
    assert len({item.id for item in Intake([path])}) == 5000
    assert time.process_time() - began < SECONDS


@pytest.mark.parametrize("text", ["The café’s naïve owner met the minister in São Paulo — on Monday. " * 3])
@pytest.mark.parametrize("encoding", ["cp1252", "utf-8"])
def test_encodings_of_the_west_are_told_apart(tmp_path, text, encoding):
    path = tmp_path / "t.txt"
    path.write_bytes(text.encode(encoding))
    (report,) = Intake([path])
    assert report.body == text.strip()
