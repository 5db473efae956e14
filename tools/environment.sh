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

. tools/apt.sh

# Environments of Windows are laid out in another way, which the Makefile does not know.
case "$(uname)" in
    MINGW* | MSYS* | CYGWIN*)
        echo "On Windows briefkit is set up without make: see \"Without make\" in README.md." >&2
        exit 1
        ;;
esac

if [ ! -w . ]; then
    echo "This folder cannot be written to, and make puts everything into it: $PWD" >&2
    echo "Copy the project into a folder of your own and run make there." >&2
    exit 1
fi

python=
for name in "${PYTHON:-python3}" python3 python3.14 python3.13 python3.12 python3.11; do
    if good "$name"; then
        python=$name
        break
    fi
done
# Whoever has to ask somebody for packages is told of all of them in one go: hence those for PDF pages, too.
if [ -z "$python" ]; then
    echo "briefkit needs Python 3.11 or later, and this machine has none. To install it, with what PDF pages need:" >&2
    echo "  Debian, Ubuntu   sudo apt-get install python3 python3-venv $for_pages" >&2
    echo "  Fedora           sudo dnf install python3 pango fontconfig" >&2
    echo "  macOS            brew install python pango" >&2
    echo "Then run make again." >&2
    exit 1
fi

# What went wrong is kept, as only the last attempt's words are worth showing.
made() {
    rm -rf "$folder"
    words=$("$python" -m venv "$folder" 2>&1)
}

echo "Making the Python environment in $folder ..."
made && exit 0
# Debian ships venv without what it needs to put pip into an environment.
if ! "$python" -c 'import ensurepip' 2>/dev/null; then
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    apt_install python3-venv "python$version-venv" && made && exit 0
    rm -rf "$folder"
    echo "A Python environment cannot be made: the part of Python called venv is missing." >&2
    echo "To install it, with what PDF pages need:" >&2
    echo "  Debian, Ubuntu   sudo apt-get install python3-venv $for_pages" >&2
    echo "  Fedora           sudo dnf install python3 pango fontconfig" >&2
    echo "  macOS            brew install python pango" >&2
    echo "Then run make again." >&2
    exit 1
fi
rm -rf "$folder"
echo "A Python environment cannot be made. $(command -v "$python") says:" >&2
echo "$words" >&2
exit 1
