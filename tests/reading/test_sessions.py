"""The parts of a contact, in small reports written for the purpose."""

from dateline.record import Report


def test_tete_a_tete_and_delegations(reader):
    body = (
        "French President Jacques Chirac will meet Egyptian President Hosni Mubarak in Paris on Friday. "
        "The meeting begins with the two presidents having a tete-a-tete in the morning and then together "
        "with their delegations."
    )
    report = Report(id="made-up", dateline="PARIS, Nov. 8, 2006 (AFP)", published="2006-11-08", body=body)
    sessions = reader.read(report).contacts[0].sessions
    assert [s.format for s in sessions] == ["tete-a-tete", "delegations"]
    assert sessions[0].when == "the morning"
    assert set(sessions[0].participants) == {"Jacques Chirac", "Hosni Mubarak"}


def test_a_dinner_in_another_sentence_is_no_session(reader):
    body = (
        "French President Jacques Chirac met Egyptian President Hosni Mubarak in Paris on Tuesday. "
        "Shoppers were back home for dinner."
    )
    report = Report(id="made-up", dateline="PARIS, Nov. 8, 2006 (AFP)", published="2006-11-08", body=body)
    assert reader.read(report).contacts[0].sessions == ()
