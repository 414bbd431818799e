# What a pipeline will see, before you push: a clone, only what is declared, two time zones,
# each file of tests by itself.
set -uo pipefail
python3 packages.py
git clone -q . clean && cd clean/app || exit 1
python3 -m pip install --quiet --disable-pip-version-check --no-index --find-links ../../wheels \
  --target deps -r requirements.txt
for zone in UTC Africa/Nairobi; do
  for file in tests/*_test.py; do
    if ! TZ=$zone PYTHONPATH=.:deps python3 -m pytest -q --tb=line -p no:cacheprovider "$file" > log; then
      echo "$zone, $file: $(grep -oE '[A-Za-z]+Error: .*' log | head -n 1)"
      failed=1
    fi
  done
done
exit "${failed:-0}"
