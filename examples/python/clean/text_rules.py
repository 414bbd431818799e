MAX_PITCH = 80  # a project card shows two lines
MAX_POST = 280  # a post can be read at one glance


def check_text(text: str, is_post: bool, is_draft: bool, strip: bool) -> str:
    """Check pitches, posts and drafts: one function, eight paths."""
    if strip:
        text = text.strip()
    limit = MAX_POST if is_post else MAX_PITCH
    if len(text) > limit and not is_draft:
        raise ValueError(f"at most {limit} characters")
    return text


def check_pitch(pitch: str) -> str:
    """Return the pitch without outer blanks, or raise ``ValueError``."""
    pitch = pitch.strip()
    if len(pitch) > MAX_PITCH:
        raise ValueError(f"a pitch has at most {MAX_PITCH} characters")
    return pitch


def check_post(text: str) -> str:
    """Return the text of a post as written, or raise ``ValueError``."""
    if len(text) > MAX_POST:
        raise ValueError(f"a post has at most {MAX_POST} characters")
    return text


def main() -> None:
    """Make the same check in both ways."""
    print(check_text("  Chat for class ", False, False, True))
    print(check_pitch("  Chat for class "))


if __name__ == "__main__":
    main()
