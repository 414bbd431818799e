from post_log import parse, read_lines, write_log


def test_lines_come_back_without_their_line_ends(tmp_path):
    path = tmp_path / "posts.log"
    write_log(path, lines=2)
    assert list(read_lines(path)) == [
        "project-0|progress|post 0",
        "project-1|progress|post 1",
    ]


def test_an_empty_log_has_no_lines(tmp_path):
    path = tmp_path / "posts.log"
    write_log(path, lines=0)
    assert list(read_lines(path)) == []


def test_a_bar_inside_the_text_stays_in_the_text():
    assert list(parse(["bus-times|blocker|a | b"])) == [
        ["bus-times", "blocker", "a | b"]
    ]


def test_parsing_is_lazy():
    lines = iter(["a|b|c", "d|e|f"])
    parsed = parse(lines)
    assert next(parsed) == ["a", "b", "c"]
    assert next(lines) == "d|e|f"
