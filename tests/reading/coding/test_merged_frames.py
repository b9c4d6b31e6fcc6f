"""Two proposers of frames: the model's go first, the tables' stand where it is silent and they are sure."""

from dataclasses import replace

from dateline.model.frames import Frame
from dateline.reading.actors import read_actors
from dateline.reading.acts.proposals import propose_acts
from dateline.reading.coding.merging import merged
from dateline.reading.places import read_places
from dateline.record import Report

BODY = "Turkey attacked Syria. Iran agreed to talk to Iraq. France condemned Mali."


def test_tables_fill_where_the_model_is_silent(reader):
    for analysis in reader.analyser.analyse_many([Report(id="t", body=BODY, published="2018-07-03")]):
        places = read_places(analysis, reader.knowledge)
        cast = read_actors(analysis, places, reader.knowledge)
        known = propose_acts(analysis, places, cast, reader.knowledge.actions)
        attack = next(f for f in known if f.labels["event"] == "ASSAULT")
        words = {role: [BODY[s.start : s.end] for s in spans] for role, spans in attack.roles.items()}
        assert words == {"who": ["Turkey"], "whom": ["Syria"]}
        seen = Frame("event", attack.trigger, attack.roles, {"event": "ASSAULT", "mode": "", "cameo": "190"}, 0.9)
        frames = merged((seen,), known, analysis)
        (told,) = [f for f in frames if f.labels["event"] == "ASSAULT"]
        assert (told.trigger, told.roles, told.score) == (seen.trigger, seen.roles, seen.score)
        alone = replace(seen, roles={"who": seen.roles["who"], "whom": ()})
        assert merged((alone,), known, analysis) == frames
        assert "ACCUSE" in [f.labels["event"] for f in frames]
        assert all(f.score >= 0.8 for f in frames)
        assert merged((), known, analysis) == known
