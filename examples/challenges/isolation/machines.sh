# Two machines on one disk. `env -i` starts a command without a single variable: what it
# then knows of its machine is what stands here.
top=$PWD
ada() { env -i PATH="$top/ada/bin:$PATH" HOME="$top/home/ada" \
  BOARD_SENDER=board@example.org TZ=Africa/Nairobi "$@"; }
sam() { env -i PATH="$top/sam/bin:$PATH" HOME="$top/home/sam" "$@"; }
install() { python -m pip install -q --no-index --find-links "$top/wheels" "$@"; }

# Each has packages of their own. Ada installed hers a year ago.
python -m venv ada && (PATH="$top/ada/bin:$PATH" install board-words board-dates==1.0)
python -m venv sam
mkdir -p home/ada/board home/sam
cp after/closing.txt home/ada/board/

# Her project is a git repository, with a folder that git ignores.
mv before project
git -C project init -q
echo data/ > project/.gitignore
mkdir project/data && cp after/skills.json project/data/
commit() {
  git -C project add . && git -C project -c user.name=Ada -c user.email=ada@example.org \
    commit -q -m "$1"
}
commit "Send the weekly digest"

# What Sam does after each change of hers: pull, install, check. Arguments are variables.
pull() {
  git -C clone pull -q && (PATH="$top/sam/bin:$PATH" install -r clone/requirements.txt)
  (cd clone && sam env "$@" python check.py -q)
}
