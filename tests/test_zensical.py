"""Zensical, MkDocs' successor, renders the example fence and the frame of a page too."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from nexus.paths import DOCS, ROOT

CONFIG = """\
site_name: Three pages
markdown_extensions:
  - attr_list
  - md_in_html
  - tables
  - pymdownx.superfences:
      custom_fences:
        - name: example
          class: example
          format: !!python/name:nexus.fence.render
          validator: !!python/name:nexus.fence.validate
        - name: quiz
          class: quiz
          format: !!python/name:nexus.learning.fences.render_quiz
        - name: exercise
          class: exercise
          format: !!python/name:nexus.learning.fences.render_exercise
        - name: playground
          class: playground
          format: !!python/name:nexus.playground.render
  - nexus.extension
"""
PAGES = ("python/structures.md", "start/index.md", "playground/index.md")


def test_builds_three_pages_with_their_examples(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(CONFIG, "utf-8")
    for page in PAGES:
        (tmp_path / "docs" / page).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(DOCS / page, tmp_path / "docs" / page)
    done = subprocess.run(
        [sys.executable, "-m", "zensical", "build"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT / "scripts")},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    lesson = (tmp_path / "site/python/structures/index.html").read_text("utf-8")
    assert lesson.count('<figure class="nx-example') >= 10
    assert 'href="../../examples/python/structures/by_skill.py.html"' in lesson
    assert "<samp>skills:" in lesson
    assert '<p class="nx-head"' in lesson
    assert lesson.count("<fieldset>") >= 3
    assert lesson.count('<section class="nx-exercise"') >= 1
    assert "<summary>Solution</summary>" in lesson
    assert "\x02" not in lesson, "a placeholder of Markdown was left"
    assert 'href="../../examples/python/structures.zip"' in lesson
    start = (tmp_path / "site/start/index.html").read_text("utf-8")
    assert 'href="../examples/start/run/first.py.html"' in start
    playground = (tmp_path / "site/playground/index.html").read_text("utf-8")
    assert playground.count('<details class="nx-operation" data-method=') > 60
    assert "nx-error" not in playground
