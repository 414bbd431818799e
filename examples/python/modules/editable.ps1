# needs: windows, network
# time-limit: 180
python -m venv .venv
.\.venv\Scripts\python.exe -m pip install -qq --editable project
.\.venv\Scripts\board-hours.exe
.\.venv\Scripts\python.exe -c "import nexus_board; print('src' in nexus_board.__file__)"
