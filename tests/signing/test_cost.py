"""What a try of a pass phrase costs, when nobody made it cheaper for a test."""

import ast
import inspect

from sitegen.signing import key_file


def test_a_pass_phrase_costs_64_mib_and_three_passes_unless_a_test_says_otherwise() -> None:
    source = ast.parse(inspect.getsource(key_file))
    (usual,) = (
        ast.unparse(node.value)
        for node in source.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "USUAL"
    )
    assert usual == "Cost(65536, 3, 4)"
