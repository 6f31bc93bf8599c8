from msgspec.structs import replace

from sitegen.plan.lookup import Lookup


def slugs(entries):
    return [entry.slug for entry in entries]


def test_offered_credentials_come_newest_first(look):
    assert slugs(look.offered)[:2] == ["calm-start", "loud-talk"]


def test_credentials_of_one_day_come_by_name(many):
    assert slugs(many(3).offered) == ["c0000", "c0001", "c0002"]


def test_a_retired_credential_keeps_its_page_but_is_not_offered(look):
    assert "old-way" in look.public
    assert "old-way" not in slugs(look.offered)


def test_an_issuer_lists_its_retired_credentials_last(look):
    assert slugs(look.by_issuer["lake-college"])[-1] == "old-way"


def test_a_focus_area_lists_no_retired_credential(look):
    assert "old-way" not in slugs(look.by_focus_area["talk"])


def test_an_issuer_is_counted_by_what_it_offers(look):
    assert look.issuer_card("museum").count == 1


def test_cards_skip_what_is_unknown_or_retired(look):
    cards = look.known_cards(("never-written", "old-way", "loud-talk"))
    assert [card.slug for card in cards] == ["loud-talk"]


def test_links_carry_the_path_that_the_site_stands_under(with_site):
    look = with_site(base_url="https://example.org/shelf")
    card = look.card(look.public["calm-start"])
    assert card.href == "/shelf/credentials/calm-start/"
    assert card.issuer.href == "/shelf/issuers/lake-college/"


def test_art_of_its_own_is_taken_from_beside_the_file(with_record):
    look = with_record("credentials", "calm-start", image="door.svg")
    art = look.card(look.public["calm-start"]).art
    assert art == "/media/content/credentials/lake-college/door.svg"


def test_a_pathway_counts_each_credential_that_exists_once(look):
    assert look.pathway_card(look.catalog.pathways["first-steps"]).steps == "1 step, 2 credentials"


def test_the_order_in_which_files_were_read_does_not_matter(catalog):
    turned = {slug: catalog.credentials[slug] for slug in reversed(catalog.credentials)}
    assert slugs(Lookup(replace(catalog, credentials=turned)).offered) == slugs(Lookup(catalog).offered)
