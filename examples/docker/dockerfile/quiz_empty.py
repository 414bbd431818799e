import os

os.environ["NAME"] = ""  # docker run -e NAME= hello

print(f"Hello, {os.environ.get('NAME', 'ProDev')}!")
