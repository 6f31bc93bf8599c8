"""The list of rules is complete."""

import importlib
import pkgutil

from sitegen import check


def test_every_rule_is_in_a_list() -> None:
    listed = {rule.__module__ for rule in (*check.RECORD_RULES, *check.EXPORT_RULES, *check.RULES)}
    there = {f"sitegen.check.{module.name}" for module in pkgutil.iter_modules(check.__path__)}
    on_changes = {f"sitegen.check.{name}" for name in ("addresses", "owners", "second_owners", "versions")}
    assert there - listed == on_changes  # asked for by `history`, which compares with a commit


def test_every_rule_says_what_it_knows() -> None:
    silent = [
        rule
        for rule in (*check.RECORD_RULES, *check.EXPORT_RULES, *check.RULES)
        if not importlib.import_module(rule.__module__).__doc__
    ]
    assert silent == []
