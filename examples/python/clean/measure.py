import ast
from pathlib import Path

STEPS = [[f"digest_{number}.py"] for number in range(5)]
STEPS.append(["digest_5.py", "news.py", "wording.py"])

BLOCKS = (ast.If, ast.For, ast.While, ast.With, ast.Try)
BRANCHES = (ast.If, ast.IfExp, ast.For, ast.While, ast.ExceptHandler)


def functions(source: str) -> list[ast.FunctionDef]:
    """Return all functions and methods of a module."""
    tree = ast.parse(source)
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


def length(function: ast.FunctionDef) -> int:
    """Return its lines, from ``def`` to the last statement."""
    return (function.end_lineno or 0) - function.lineno + 1


def branches(node: ast.AST) -> int:
    """Count the places where the path through the code can fork."""
    count = 0
    for part in ast.walk(node):
        if isinstance(part, ast.comprehension):
            count += 1 + len(part.ifs)
        elif isinstance(part, ast.BoolOp):
            count += len(part.values) - 1
        elif isinstance(part, BRANCHES):
            count += 1
    return count


def depth(node: ast.AST, is_elif: bool = False) -> int:
    """Return how many blocks stand inside each other at the deepest place."""
    inner = 0
    for name, value in ast.iter_fields(node):
        children = value if isinstance(value, list) else [value]
        for child in children:
            if isinstance(child, ast.AST):
                chained = (
                    isinstance(node, ast.If)
                    and name == "orelse"
                    and len(children) == 1
                    and isinstance(child, ast.If)
                )
                inner = max(inner, depth(child, chained))
    return inner + (isinstance(node, BLOCKS) and not is_elif)


def main() -> None:
    """Print one line for each step."""
    print("step  functions  longest  deepest  branches: most   all")
    for number, files in enumerate(STEPS):
        found = [
            function
            for file in files
            for function in functions(Path(file).read_text("utf-8"))
        ]
        print(
            f"{number:>4}  {len(found):>9}  {max(map(length, found)):>7}"
            f"  {max(map(depth, found)):>7}  {max(map(branches, found)):>14}"
            f"  {sum(map(branches, found)):>4}"
        )


if __name__ == "__main__":
    main()
