"""Codes of sides in events, and what they are parts of."""

from dateline.archive.lines import parties_of
from dateline.export.gdelt import side
from dateline.knowledge.actor_codes import parts_of
from dateline.knowledge.sectors import load_sectors
from dateline.record.event_lines import names_of


def test_a_country_alone_has_the_sector_of_its_part_in_the_event():
    sectors = load_sectors()
    assert sectors.of_country("ASSAULT", "190", "who") == "MIL"
    assert sectors.of_country("ASSAULT", "190", "whom") == ""
    assert sectors.of_country("AGREE", "030", "who") == "GOV"


def test_organisations_go_by_their_acronym():
    sectors = load_sectors()
    assert [sectors.of_organisation(body) for body in ("UN", "EUU", "NATO", "GSEVEN")] == [
        "IGOUNO", "IGOEUREEC", "IGONATO", "IGOGSEVEN",
    ]  # fmt: skip
    assert [sectors.land_of(code) for code in ("IGONATO", "IGOUNO", "IGOGSEVEN", "RUSMIL", "---REB")] == [
        "NATO", "UN", "GSEVEN", "RUS", None,
    ]  # fmt: skip
    parts = parts_of("IGONATO")
    assert (parts.group, parts.types) == ("NATO", ("IGO",))
    assert side("IGOASEAN", {})[3] == "ASEAN"


def test_lines_name_the_government_behind_a_sector():
    russia = {"kind": "government", "country": "RUS", "code": "RUSGOV", "name": "Russia", "mentions": []}
    assert names_of(["RUSMIL", "---REB"], [], [russia]) == {"RUSMIL": "Russia"}
    assert parties_of(["RUSMIL", "---REB", "IGONATO"], [russia]) == {"RUS", "NATO"}
