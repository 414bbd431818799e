# Run a workflow in containers on this machine: bash ci.sh EVENT FILE [options of act]
# act starts containers of these images. Packages come from a folder: what was fetched once
# is not fetched in each run.
set -uo pipefail
export GIT_AUTHOR_NAME=Ada GIT_AUTHOR_EMAIL=ada@example.org
export GIT_COMMITTER_NAME=Ada GIT_COMMITTER_EMAIL=ada@example.org
docker build -q --network "${BUILD_NETWORK:-default}" -t wheels -f wheels.Dockerfile . > docker.log
docker run --rm wheels tar -C / -c wheels | tar -x
test -d .git || git init -q -b main
git add --all && git commit -q --allow-empty -m "Work in progress"
work=$(mktemp -d)
act "$1" --workflows "$2" "${@:3}" \
  --platform ubuntu-24.04=python:3.13-slim --pull=false --rm --container-daemon-socket - \
  --env PIP_NO_INDEX=1 --env PIP_FIND_LINKS=wheels --no-cache-server --action-cache-path "$work" \
  --local-repository actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd=checkout 2> act.log |
  tr -d '\r' | sed -E -e 's/^\[[^]/]*\//[/' -e 's/ +\]/]/' -e 's/@[0-9a-f]{40}//' -e 's/ \[[0-9.m]+.?s\]$//' \
    -e 's/of [0-9a-f]{64} \((.*)\)/of \1/' \
    -e '/⭐|🐳|🚀|is starting|is healthy|Set up job|Complete job|Cleaning up|unable to get/d'
status=$?
name=$(sed -n 's/^name: //p' "$2") # a job that could not begin leaves its services behind
docker ps -aq --filter "name=^act-$name-" | xargs docker rm -fv > docker.log 2>&1
docker network ls -q --filter "name=^act-$name-" | xargs docker network rm >> docker.log 2>&1
rm -rf "$work"
exit "$status"
