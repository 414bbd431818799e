# Run a workflow on this machine, without containers: bash host.sh EVENT FILE
set -uo pipefail
export GIT_AUTHOR_NAME=Ada GIT_AUTHOR_EMAIL=ada@example.org
export GIT_COMMITTER_NAME=Ada GIT_COMMITTER_EMAIL=ada@example.org
test -d .git || git init -q -b main
git add --all && git commit -q --allow-empty -m "Work in progress"
work=$(mktemp -d)
# act may miss the last lines of a step that fails at once: let each script end a moment later.
echo "trap 'sleep 0.3' EXIT; unset BASH_ENV" > "$work/settle"
act "$1" --workflows "$2" --platform ubuntu-24.04=-self-hosted --concurrent-jobs 1 \
  --no-cache-server --action-cache-path "$work" \
  --env BASH_ENV="$work/settle" --env ARTIFACTS="$work/artifacts" \
  --local-repository actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd=checkout \
  --local-repository actions/upload-artifact@b7c566a772e6b6bfb58ed0dc250532a479d7789f=upload \
  --local-repository actions/download-artifact@37930b1c2abaa49bbe596cd826c3c89aef350131=download \
  2> act.log |
  tr -d '\r' | sed -E -e 's/^\[[^]/]*\//[/' -e 's/ +\]/]/' -e 's/@[0-9a-f]{40}//' -e 's/ \[[0-9.m]+.?s\]$//' \
    -e '/⭐|LocalRepositoryCache|stand-in|Success - (Pre|Post)|Set up job|Complete job|Cleaning up|set-output|unable to get/d'
status=$?
rm -rf "$work"
exit "$status"
