# The laptop: both packages were installed by hand, months ago. It stands in Nairobi.
set -euo pipefail
python3 packages.py
python3 -m pip install --quiet --disable-pip-version-check --no-index --find-links wheels \
  --target laptop board-dates board-words
cd app
TZ=Africa/Nairobi PYTHONPATH=.:../laptop python3 -m pytest -q -p no:cacheprovider tests
