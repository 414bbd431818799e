"""Count, for each step, what makes code hard to change: run it again after each of yours."""

import ast
from pathlib import Path

from django.test.utils import override_settings

import world

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
BRANCHES = (ast.If, ast.IfExp, ast.For, ast.While, ast.ExceptHandler, ast.comprehension)
# A name that betrays what a file knows about. Each of these changes for a reason of its own.
REASONS = {
    "HTTP": {"JsonResponse", "Response", "request"},
    "queries": {"objects", "filter", "order_by"},
    "input": {"json", "fullmatch", "isinstance", "validated_data", "ModelSerializer"},
    "mail": {"send_mail"},
    "permission": {"is_staff", "permission_classes", "require_decider"},
    "sign-in": {"Token", "needs_sign_in"},
}


def branches(function: ast.AST) -> int:
    """Return the ways through a function: 1, and 1 more for each decision in it."""
    nodes = list(ast.walk(function))
    more = sum(len(node.values) - 1 for node in nodes if isinstance(node, ast.BoolOp))
    return 1 + more + sum(isinstance(node, BRANCHES) for node in nodes)


def reasons(tree: ast.AST) -> set[str]:
    names = {getattr(node, "id", getattr(node, "attr", "")) for node in ast.walk(tree)}
    return {reason for reason, words in REASONS.items() if names & words}


print("step     view file  longest function  ways through it  reasons  queries for 20")
for step in ("step_0", "step_1", "step_2", "step_3", "step_4", "step_5"):
    code = Path("steps", f"{step}.py").read_text("utf-8").splitlines()
    code = [line for line in code if "--8<--" not in line]  # marks of the page
    tree = ast.parse("\n".join(code))
    functions = [node for node in ast.walk(tree) if isinstance(node, FUNCTIONS)]
    lines = max(node.end_lineno - node.lineno + 1 for node in functions)
    ways = max(branches(node) for node in functions)
    world.reset()
    with override_settings(ROOT_URLCONF=f"steps.{step}"):
        queries = world.queries_for_list(20)
    print(f"{step} {len(code):11} {lines:17} {ways:16} {len(reasons(tree)):8} {queries:15}")
