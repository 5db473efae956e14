#!/bin/sh
# Makes the virtual environment in the folder $1, with the newest Python from 3.11 up that this machine has.
set -eu
folder=$1

good() {
    command -v "$1" >/dev/null 2>&1 && "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

if [ -x "$folder/bin/python" ] && good "$folder/bin/python" && "$folder/bin/python" -m pip --version >/dev/null 2>&1; then
    exit 0
fi

python=
for name in "${PYTHON:-python3}" python3 python3.14 python3.13 python3.12 python3.11; do
    if good "$name"; then
        python=$name
        break
    fi
done
if [ -z "$python" ]; then
    echo "briefkit needs Python 3.11 or later, and this machine has none." >&2
    echo "  Debian, Ubuntu   sudo apt-get install python3 python3-venv" >&2
    echo "  Fedora           sudo dnf install python3" >&2
    echo "  macOS            brew install python" >&2
    exit 1
fi

made() {
    rm -rf "$folder"
    "$python" -m venv "$folder" >/dev/null 2>&1
}

echo "Making the Python environment in $folder ..."
made && exit 0
version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
. tools/apt.sh
apt_install python3-venv "python$version-venv" && made && exit 0
rm -rf "$folder"
echo "A Python environment cannot be made: the part of Python called venv is missing." >&2
echo "  Debian, Ubuntu   sudo apt-get install python3-venv" >&2
echo "Then run make again." >&2
exit 1
