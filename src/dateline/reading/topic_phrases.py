"""The words of a topic: a list split into its items, each cut to the phrase that names it."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

LONGEST = 24
"""Tokens a topic may have; longer phrases are the parser's, not the report's."""

REACH = 10
"""How many tokens on from its noun the list may stand that says what the noun comes to."""

MOST = 12
"""Items a list may have."""

OWN = ("det", "poss", "amod", "compound", "nummod", "nmod")
CLAUSES = ("relcl", "parataxis", "ccomp")

Words = Mapping[str, frozenset[str]]
"""Word lists by name, see ``[phrases]`` of `knowledge/data/agenda_cues.toml`."""


def phrases(head: Token, cue: Token, words: Words, said: bool = False) -> list[TokenSpan]:
    """The phrases of a list, each by itself: "trade, energy and the Korean nuclear issue" are three.

    Two bare words ("trade and investment") stay one, and so does everything merely ``said`` by a party. ``cue`` is the
    word that makes them topics: what the parser hung on it right behind the phrase belongs to the phrase.
    """
    head = _specific(head, words)
    items = _items(head, words)
    acts = all(item.tag_ == "VBG" and _has_own(item) for item in items)  # "holding an assembly, and boosting trade"
    pair = len(items) == 2 and not acts and not _apart(*items)
    whole = said or pair or (head.pos_ == "VERB" and not acts) or _is_motto(head)
    found = [_phrase(item, cue, words, whole) for item in (items[:1] if whole else items)]
    return [phrase for phrase in found if not _is_bare(phrase, words, said)]


def _has_own(verb: Token) -> bool:
    """Whether the act is told in full, not like the first of "gathering and sharing news"."""
    return any(c.dep_ in ("dobj", "prep", "xcomp", "ccomp", "prt") for c in verb.children)


def _items(head: Token, words: Words) -> list[Token]:
    items: list[Token] = []
    queue = [head]
    while queue and len(items) < MOST:
        item = queue.pop(0)
        items.append(item)
        queue += [c for c in item.children if c.dep_ == "conj" and _same_class(c, item)]
        queue += _hung_deeper(item, words)
    return sorted(items, key=lambda t: t.i)


def _hung_deeper(item: Token, words: Words) -> list[Token]:
    """ "Its mission in Kosovo and its future role": the parser joins the role to Kosovo, but it is no name.

    So is "the selection" in "the prevention of malaria, the selection of drugs".
    """
    inner = [p for c in item.children if c.dep_ == "prep" for p in c.children if p.dep_ == "pobj"]
    names = (p for p in inner if p.pos_ == "PROPN")
    if _is_determined(item):
        bare = (p for p in inner if p.pos_ == "NOUN" and not any(c.dep_ in OWN for c in p.lefts))
        deeper = [c for p in bare for c in p.children if c.dep_ == "conj" and c.pos_ == "NOUN" and _is_determined(c)]
        if deeper:
            return deeper
    joined = (c for name in names for c in name.children if c.dep_ in ("conj", "appos") and c.pos_ == "NOUN")
    found = [c for c in joined if c.lemma_.lower() not in words["among"] and any(c.lefts)]
    return [c for c in found if c.dep_ == "conj" or c.left_edge.lower_ in ("a", "an")]


def _is_determined(noun: Token) -> bool:
    return any(c.dep_ == "det" and c.lower_ in ("the", "a", "an") for c in noun.lefts)


def _same_class(a: Token, b: Token) -> bool:
    return a.pos_ == b.pos_ or {a.pos_, b.pos_} <= {"NOUN", "PROPN"}


def _specific(head: Token, words: Words) -> Token:
    """What the phrase is about where its head says nothing: "a range of issues", "an agreement on trade"."""
    for _ in range(MOST):
        inner = _inner(head, words)
        if inner is None:
            return head
        head = inner
    return head


def _inner(head: Token, words: Words) -> Token | None:
    for token in head.doc[head.i + 1 : head.i + REACH]:  # "major issues of the region, including poverty and terrorism"
        if token.lower_ == "including" and (named := [p for p in token.children if p.dep_ in ("pobj", "dobj")]):
            return named[0]
    if head.pos_ == "VERB" and head.lemma_.lower() in words["light"]:
        through = words["light_through"]
    elif head.pos_ == "NOUN" and head.lemma_.lower() in words["emptied"]:
        through = words["through"]
        listed = [c for c in head.children if c.dep_ == "appos" and c.pos_ == "NOUN"]
        if head.tag_ == "NNS" and listed:  # "two documents, a declaration and a plan"
            return listed[0]
    else:
        return None
    hung = (p for c in head.children if c.dep_ == "prep" and c.lower_ in through for p in c.children)
    return next((p for p in hung if p.dep_ == "pobj" or (p.dep_ == "pcomp" and p.pos_ == "VERB")), None)


def _is_motto(head: Token) -> bool:
    """ "Featuring 'friendship, peace and development'": a list in quotation marks is one."""
    before = head.doc[head.left_edge.i - 1 : head.left_edge.i]
    return any(token.is_quote for token in (*before, head.left_edge))


def _apart(first: Token, second: Token) -> bool:
    """Whether two joined by "and" are two topics: the second is a name or set off, or each has words of its own."""
    if second.pos_ == "PROPN" or all(any(c.dep_ in ("prep", "acl") for c in t.rights) for t in (first, second)):
        return True  # "Sudan and Lebanon", "the crisis in Sudan and efforts to end it"
    own = {c.dep_ for c in second.lefts if c.dep_ in OWN}
    return bool(own & {"det", "poss"}) or bool(own and any(c.dep_ in OWN for c in first.lefts))


def _phrase(head: Token, cue: Token, words: Words, whole: bool) -> TokenSpan:
    """The words of a topic: its subtree up to the first word that ends it, or to the next item of its list."""
    doc = head.doc
    left = _left(head, words)
    right = head.i
    clausal = head.pos_ == "VERB" or head.lemma_.lower() in words["specified"]
    for child in head.rights:
        if child.dep_ in ("cc", "conj") and not whole:
            break
        if child.dep_ == "conj" and any(c.dep_ in ("nsubj", "nsubjpass") for c in child.children):
            break
        if child.dep_ in ("punct", "advcl", "appos") and not whole:
            break
        if child.dep_ == "parataxis" and not clausal:
            break
        if child.dep_ == "relcl" and not clausal and child.left_edge.i > 0 and head.doc[child.left_edge.i - 1].is_punct:
            break
        right = max(right, child.right_edge.i)
    if not whole and (others := _hung_deeper(head, words)):
        right = min(right, others[0].left_edge.i - 1)
    for child in cue.rights:  # "more tourists | to Kenya"
        if child.i == right + 1 and child.dep_ == "prep" and child.lower_ in words["carried"]:
            right = child.right_edge.i
    right = min(right, left + LONGEST, _end(head, right, words, clausal))
    while right > head.i and _hangs(doc[right]) and not _closes(left, doc[right]):
        right -= 1
    while left < head.i and doc[left].is_quote:
        left += 1
    return doc[left : right + 1]


def _left(head: Token, words: Words) -> int:
    """A noun's phrase begins with its words; a verb's with itself, with the "how" of its question, or with its "would".

    The subject belongs to it where it is a matter and not one of those who agree: "sanctions would stay".
    """
    edge = head.left_edge
    modal = next((c for c in head.lefts if c.tag_ == "MD"), None)
    subject = next((c for c in head.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    if head.pos_ == "VERB" and modal is not None and subject is not None:
        matter = subject.pos_ == "NOUN" and subject.lemma_.lower() not in words["among"] | words["gathered"]
        return subject.left_edge.i if matter else modal.i
    left = head.i if head.pos_ == "VERB" and edge.lower_ not in ("how", "whether", "what", "where", "why") else edge.i
    while left > 1 and head.doc[left - 1].text == "-" and not head.doc[left - 1].whitespace_:
        left -= 2  # "re-starting"
    return left


def _end(head: Token, right: int, words: Words, clausal: bool) -> int:
    """The last token before the words that end a phrase: clauses, circumstances, the sentence's mark."""
    doc, first = head.doc, head.i + 1
    for i in range(first, right + 1):
        token = doc[i]
        after = doc[i + 1].lower_ if i < right else ""
        ended = (token.lower_ in words["ends"] and token.pos_ != "DET") or f"{token.lower_} {after}" in words[
            "ends_before"
        ]
        ended = ended or " ".join(t.lower_ for t in doc[i : i + 3]) in words["ends_before"]
        ended = ended or token.text in (";", ":", "--") or (token.is_quote and not doc[i - 1].whitespace_)
        ended = ended or (_is_clause(token) and not clausal and token.left_edge.i >= first)
        if ended:
            edge = token.left_edge.i if _is_clause(token) else i
            return max(min(edge, i) - 1, head.i)
    return right


def _is_clause(token: Token) -> bool:
    """Whether it heads a clause told of something in the phrase; infinitives belong to the phrase."""
    return token.dep_ in CLAUSES and token.tag_ != "VB"


def _hangs(token: Token) -> bool:
    """Whether a phrase cannot end with the word: a mark, or a word that leads on to what was cut off."""
    return token.is_punct or token.is_space or token.pos_ in ("ADP", "CCONJ", "SCONJ", "DET")


def _closes(left: int, token: Token) -> bool:
    """Whether the mark closes a bracket opened within the phrase: "the World Trade Organization (WTO)"."""
    return token.text == ")" and any(t.text == "(" for t in token.doc[left : token.i])


def _is_bare(phrase: TokenSpan, words: Words, said: bool) -> bool:
    """Whether the phrase says nothing by itself: "problems", "this wise decision", "diplomatic relations"."""
    told = [t for t in phrase if t.dep_ not in ("det", "poss", "punct") and not t.is_space]
    if " ".join(t.lemma_.lower() for t in told) in words["bare_phrases"] or _is_torn(phrase):
        return True
    if phrase[0].lower_ in ("this", "these", "such") or phrase.root.lemma_.lower() in words["circumstances"]:
        return True
    bare = words["bare"] | words["bare_said"] if said else words["bare"]
    return len(told) <= 1 and all(t.lemma_.lower() in bare or t.pos_ == "PRON" for t in told)


def _is_torn(phrase: TokenSpan) -> bool:
    """Whether the phrase is a piece of a word ("anti" of "anti-corruption"), or a verb by itself ("meet")."""
    after = phrase.doc[phrase.end : phrase.end + 1].text
    torn = after == "-" and not phrase[-1].whitespace_
    return torn or not phrase.root.is_alpha or (len(phrase) == 1 and phrase.root.pos_ == "VERB")
