# needs: windows, network
# time-limit: 180
python -m venv --without-pip .venv
uv pip install --quiet --python .venv --editable project
.\.venv\Scripts\board-hours.exe
.\.venv\Scripts\python.exe -c "import nexus_board; print('src' in nexus_board.__file__)"
