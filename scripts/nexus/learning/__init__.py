"""What lets readers test themselves: quizzes, exercises and their progress.

A page quotes a `quiz.yaml` and the folders under `exercises/` with fences; the linter
checks the data, the tests prove every exercise, and the page shows both without a script.
"""
