#!/bin/sh
# What a repository's own history looks like: run it inside a clone.
subjects() { git log --no-merges --format=%s; }
echo "commits:                       $(($(subjects | wc -l)))"
echo "subjects over 72 characters:   $(subjects | grep -cE '.{73}')"
echo "subjects that end in a period: $(subjects | grep -c '\.$')"
echo "files in the middle commit:    $(git log --no-merges --shortstat --format= |
  sed -n 's/^ *\([0-9]*\) files\{0,1\} changed.*/\1/p' | sort -n | awk '{ n[NR] = $1 }
  END { print n[int((NR + 1) / 2)] }')"
