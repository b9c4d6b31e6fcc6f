"""Whose doing a verb tells of."""

from __future__ import annotations

from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
STEPS = 4
"""How many verbs up the subject may stand."""


def shared_subject(node: Token) -> Token | None:
    """The subject of a verb or of the verbs it hangs from; of a participle, the noun it belongs to."""
    for _ in range(STEPS):
        subject = next((c for c in node.children if c.dep_ in SUBJECTS), None)
        if subject is not None:
            return subject
        if node.dep_ not in ("conj", "xcomp", "advcl", "pcomp", "prep", "acl"):
            return None
        node = node.head
        if node.pos_ in ("NOUN", "PROPN"):
            return node
    return None
