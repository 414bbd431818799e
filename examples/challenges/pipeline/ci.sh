# Commit what is here and run the pipeline on this machine: bash ci.sh
# A fresh copy of the files, the time zone of a runner, packages from the team's index alone;
# of what act prints, the lines that tell something.
set -uo pipefail
export GIT_AUTHOR_NAME=Ada GIT_AUTHOR_EMAIL=ada@example.org
export GIT_COMMITTER_NAME=Ada GIT_COMMITTER_EMAIL=ada@example.org
test -d .git || git init -q -b main
git add --all && git commit -q --allow-empty -m "Work in progress"
python3 packages.py
work=$(mktemp -d)
# act may miss the last lines of a step that fails at once: let each script end a moment later.
echo "trap 'sleep 0.3' EXIT; unset BASH_ENV" > "$work/settle"
act push --workflows ci.yaml --platform ubuntu-24.04=-self-hosted --concurrent-jobs 1 \
  --no-cache-server --action-cache-path "$work" --env BASH_ENV="$work/settle" \
  --env STORE="$PWD/store" --env TZ=UTC --env PIP_NO_INDEX=1 --env PIP_FIND_LINKS="$PWD/wheels" \
  --env PIP_DISABLE_PIP_VERSION_CHECK=1 --env NO_COLOR=1 \
  --local-repository actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd=checkout \
  --local-repository actions/cache@cdf6c1fa76f9f475f3d7449005a359c84ca0f306=cache 2> act.log |
  tr -d '\r' | sed -E -e 's/^\[[^]/]*\//[/' -e 's/ +\]/]/' -e 's/@[0-9a-f]{40}//' \
    -e 's/ \[[0-9.m]+.?s\]$//' -e 's/(keys?: packages-)[0-9a-f]*$/\1<hash>/' \
    -e '/Success - (Pre|Post)|stand-in|Set up job|Complete job/d' |
  grep -E -e '✅|❌|🏁|exit status|\| (Cache|ERROR: |FAILED|E +ModuleNotFound)' \
    -e '\| [0-9]+ (passed|failed|error)'
status=$?
rm -rf "$work"
exit "$status"
