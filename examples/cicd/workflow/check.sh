# Every check, in the order of how fast it answers. The first failure ends it.
set -euo pipefail
ruff check --isolated seats.py test_seats.py
ruff format --isolated --check seats.py test_seats.py
python3 -m pytest -q -p no:cacheprovider test_seats.py
