"""What titles mean for each other: offices of one holder, broader words for an office, words that tell a gender."""

from __future__ import annotations

# fmt: off
OFFICES = frozenset({
    "president", "prime minister", "foreign minister", "defence minister", "king", "queen", "emir", "sultan", "pope",
    "chancellor", "secretary of state", "emperor", "vice president", "interior minister", "finance minister",
    "trade minister", "secretary-general", "national security adviser",
})
"""Offices that one person holds at a time, so that country and office say who is meant."""

_CHIEFS = frozenset({
    "president", "minister", "premier", "king", "queen", "emir", "chancellor", "chairman", "leader", "secretary",
    "emperor", "sultan", "prince", "governor", "monarch", "dictator", "ruler",
})
# fmt: on
BROADER: dict[str, frozenset[str]] = {
    "leader": _CHIEFS,
    "head of state": _CHIEFS,
    "ruler": _CHIEFS,
    "minister": frozenset({"minister", "secretary"}),
    "official": frozenset({"official", "spokesman", "spokeswoman", "director", "chief", "head"}),
    "counterpart": frozenset(),
    "host": frozenset(),
    "diplomat": frozenset({"ambassador", "envoy", "minister", "diplomat", "representative"}),
    "envoy": frozenset({"envoy", "ambassador", "representative", "negotiator"}),
    "spokesman": frozenset({"spokesman", "secretary", "spokesperson"}),
    "spokeswoman": frozenset({"spokeswoman", "secretary", "spokesperson"}),
    "chief": frozenset({"chief", "chairman", "general", "commander", "secretary", "head", "secretary-general"}),
}
FEMALE = frozenset({"spokeswoman", "chairwoman", "queen", "princess", "first lady", "empress", "congresswoman"})
MALE = ("man", "king", "prince", "emperor", "sultan", "emir", "pope")
FEMALE_FORMS = frozenset({"mrs", "ms", "miss", "madame", "madam", "lady", "dame", "sheikha", "queen", "princess"})
MALE_FORMS = frozenset({"mr", "sir", "lord", "monsieur", "sheikh", "sheik", "king", "prince", "ayatollah"})
FEMALE_KIN = frozenset({"wife", "widow", "daughter", "sister", "mother"})
MALE_KIN = frozenset({"husband", "widower", "son", "brother", "father"})

# fmt: off
STATELY = frozenset({
    "ministry", "government", "administration", "military", "army", "police", "opposition", "rebel", "rebels",
    "cabinet", "presidential", "parliamentary",
})
"""Words of a title that only somebody of the country in question bears: "a foreign ministry official"."""
# fmt: on

ABROAD = frozenset({"diplomat", "envoy", "ambassador", "mediator", "negotiator", "special envoy"})
"""Those who may be of any country, wherever a report is set."""

# fmt: off
GOVERNMENTS = frozenset({
    "government", "administration", "regime", "side", "junta", "authorities", "presidency", "coalition government",
    "leadership", "cabinet", "transitional government", "interim government",
})
"""Bodies that are the government itself rather than a part of it."""

KINDS_OF_BODIES = frozenset({
    "movement", "group", "grouping", "organisation", "organization", "militia", "party", "network", "faction",
    "alliance", "news agency", "agency", "newspaper",
})
"""Words that may follow the name of a body and say what it is."""
# fmt: on

PAIRS = frozenset({"two", "both"})
PAIR_PEOPLE = frozenset({"leaders", "presidents", "ministers", "men", "officials", "statesmen"})
PAIR_SIDES = frozenset({
    "sides", "countries", "nations", "governments", "states", "neighbours", "neighbors", "interlocutors", "parties",
})  # fmt: skip
BOTH = frozenset({"interlocutors", "sides"})
"""Words that mean the two without saying "two"."""
