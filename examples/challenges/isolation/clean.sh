# Run in a container that has Python and nothing else: what does the clone bring along?
cp -r /machine/clone /app && cd /app
python -m venv /venv
/venv/bin/pip install -q --no-index --find-links /machine/wheels -r requirements.txt
/venv/bin/python check.py -q
