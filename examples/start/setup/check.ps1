py --version
git --version
py -c "import venv, ensurepip; print('venv is ready')"
