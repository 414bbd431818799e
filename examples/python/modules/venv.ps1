# needs: windows
# time-limit: 60
python -m venv --without-pip .venv
.\.venv\Scripts\python.exe -c "import sys; print(sys.prefix != sys.base_prefix)"
.\.venv\Scripts\Activate.ps1
python -c "import os, sys; print(os.path.basename(sys.prefix))"
deactivate
