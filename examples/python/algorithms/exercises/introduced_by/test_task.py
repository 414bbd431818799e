from task import introducers

KNOWS = {
    "Ada": ["Sam", "Lin"],
    "Lin": ["Ada", "Noor"],
    "Sam": ["Ada", "Kofi"],
    "Noor": ["Lin", "Kofi"],
    "Kofi": ["Sam", "Noor", "Eva"],
    "Eva": ["Kofi"],
    "Mia": [],
}


def chain_to(person, introducer):
    chain = [person]
    while introducer[chain[-1]] is not None and len(chain) <= len(introducer):
        chain.append(introducer[chain[-1]])
    return chain[::-1]


def test_the_first_person_has_no_introducer():
    found = introducers(KNOWS, "Ada")
    assert found["Ada"] is None, "nobody introduces Ada to herself"


def test_friends_are_introduced_by_the_first_person():
    found = introducers(KNOWS, "Ada")
    assert (found.get("Lin"), found.get("Sam")) == ("Ada", "Ada"), "Ada knows both Lin and Sam"


def test_a_chain_takes_no_detour_from_ada():
    chain = chain_to("Eva", introducers(KNOWS, "Ada"))
    assert chain == ["Ada", "Sam", "Kofi", "Eva"], "Sam knows Kofi, so Noor is a detour"


def test_a_chain_takes_no_detour_from_eva():
    chain = chain_to("Ada", introducers(KNOWS, "Eva"))
    assert chain == ["Eva", "Kofi", "Sam", "Ada"], "Sam knows Ada, so Noor and Lin are a detour"


def test_nobody_is_left_out_and_strangers_are():
    found = introducers(KNOWS, "Ada")
    assert sorted(found) == ["Ada", "Eva", "Kofi", "Lin", "Noor", "Sam"], (
        "everyone whom a chain reaches is a key; Mia knows nobody and is none"
    )
