#!/bin/sh
# Has veraPDF, the program that archives judge PDFs by, look at every PDF in the folder $1, as PDF/UA-1 and as PDF/A-3a.
# It is no part of the tests, since no package brings it: it has to be installed by hand.
set -eu
folder=$1

if ! command -v verapdf >/dev/null 2>&1; then
    echo "veraPDF is not on this machine, so nothing was checked. It is free, and needs Java 11 or later:" >&2
    echo "  get it from    https://docs.verapdf.org/install/" >&2
    echo "  then put its folder on the PATH, so that this works:    verapdf --version" >&2
    exit 1
fi

set -- "$folder"/*/*.pdf
if [ ! -e "$1" ]; then
    echo "There are no PDFs in $folder/: run make first." >&2
    exit 1
fi

# Says how many of the PDFs keep a standard; what is wrong with the others, rule by rule, in veraPDF's own words.
judged() {
    name=$1
    flavour=$2
    shift 2
    said=$(verapdf --flavour "$flavour" --format text --verbose "$@" 2>&1) || true
    passed=$(printf '%s\n' "$said" | grep -c '^PASS ') || true
    echo "$name: $passed of $# PDFs pass."
    [ "$passed" -eq $# ] && return
    printf '%s\n' "$said" | grep -v '^PASS ' || true
    worst=1
}

worst=0
judged PDF/UA-1 ua1 "$@"
judged PDF/A-3a 3a "$@"
exit $worst
