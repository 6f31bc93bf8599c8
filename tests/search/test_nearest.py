import random

from sitegen.search import meaning, nearest
from sitegen.search.nearest import Thing

FIELDS = ("reading", "talk", "numbers")


def things(count, fields=FIELDS, seed=3):
    chance = random.Random(seed)
    return [
        Thing(f"c{n:04}", "".join(chance.choices("EFGHIJK", k=24)), (fields[n % len(fields)],))
        for n in range(count)
    ]


def likeness(one, other):
    mine, theirs = meaning.read(one.about), meaning.read(other.about)
    return round(1000 * meaning.dot(mine, theirs) / (meaning.size(mine) * meaning.size(theirs)))


def test_finds_what_comparing_all_with_all_finds():
    (pool,) = nearest.pools(things(40)).values()
    found = nearest.nearest(pool)
    for one in pool.things:
        others = [(likeness(one, other), other.slug) for other in pool.things if other.slug != one.slug]
        best = sorted((alike for alike, _ in others), reverse=True)[:3]
        assert [alike for _, alike in found[one.slug][:3]] == best


def test_nothing_is_its_own_neighbour():
    (pool,) = nearest.pools(things(20)).values()
    assert all(slug not in dict(near) for slug, near in nearest.nearest(pool).items())


def test_equal_ones_are_near_each_other():
    same = [Thing("b", "AO", ("x",)), Thing("a", "AO", ("x",)), Thing("c", "OA", ("x",))]
    (pool,) = nearest.pools(same).values()
    assert nearest.nearest(pool)["b"][0] == ("a", 1000)


def test_one_alone_has_no_neighbours():
    (pool,) = nearest.pools(things(1)).values()
    assert nearest.nearest(pool) == {"c0000": []}


def test_many_are_compared_within_their_fields():
    found = nearest.pools(things(nearest.MOST + 50))
    assert sorted(found) == ["numbers/0", "reading/0", "talk/0"]
    assert all({one.fields for one in pool.things} == {pool.things[0].fields} for pool in found.values())


def test_a_large_field_is_cut_into_parts():
    found = nearest.pools(things(2 * nearest.MOST + 10, fields=("reading",)))
    assert all(len(pool.things) <= nearest.MOST for pool in found.values())
    assert sum(len(pool.things) for pool in found.values()) == 2 * nearest.MOST + 10


def test_each_is_asking_at_least_once():
    many = [*things(nearest.MOST + 20), Thing("rare", "E" * 24, ("rare", "talk"))]
    asking = {one.slug for pool in nearest.pools(many).values() for one in pool.asking}
    assert asking == {one.slug for one in many}


def test_where_a_field_has_few_its_other_fields_are_asked_too():
    many = [*things(nearest.MOST + 20), Thing("rare", "E" * 24, ("rare", "talk"))]
    asked = [
        name for name, pool in nearest.pools(many).items() if "rare" in {one.slug for one in pool.asking}
    ]
    assert sorted(asked) == ["rare/0", "talk/0"]
