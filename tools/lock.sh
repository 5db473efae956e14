#!/bin/sh
# Writes requirements.lock and requirements-test.lock from pyproject.toml. $1 is a Python with pip-tools.
# The hashes are those of every file of a version, so that the locks serve every system; neither an index nor a
# folder of packages is named in them, whatever the machine at hand is set to use.
# -P: the project's own build.py would stand in for the package `build`.
set -eu
python=$1
wanted() {
    "$python" -c '
import sys, tomllib
project = tomllib.load(open("pyproject.toml", "rb"))["project"]
extra = project["optional-dependencies"]["test"] if sys.argv[1:] else []
print(*project["dependencies"], *extra, sep="\n")' "$@"
}
compile() {
    "$python" -P -m piptools compile --quiet --upgrade --generate-hashes --strip-extras --no-header --no-annotate \
        --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --unsafe-package docopt "$@"
}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
wanted >"$folder/run.in"
wanted test >"$folder/test.in"
compile -o "$folder/run.lock" "$folder/run.in" 2>/dev/null
compile -c "$folder/run.lock" -o "$folder/test.lock" "$folder/test.in" 2>/dev/null
grep -v '^#' "$folder/run.lock" >requirements.lock
grep -v '^#' "$folder/test.lock" >requirements-test.lock
echo "requirements.lock and requirements-test.lock are new; run make test before you commit them."
