#!/bin/sh
# Sees to the libraries and programs of the system that PDF pages need (and, with a second word `test`, the tests).
# $1 is the environment's Python. What cannot be installed from here is named.
set -eu
python=$1
. tools/apt.sh

printing() {
    "$python" -c 'import weasyprint' >/dev/null 2>&1 || return 1
    [ "$(uname)" != Linux ] || { [ -e /etc/fonts/fonts.conf ] &&
        "$python" -c 'import ctypes; ctypes.CDLL("libharfbuzz-subset.so.0")' >/dev/null 2>&1; }
}

browser() {
    command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 ||
        command -v google-chrome >/dev/null 2>&1
}

# Playwright brings a program of its own, which wants a library that not every machine has.
driven() {
    "$python" -m playwright --version >/dev/null 2>&1
}

read_back() {
    command -v qpdf >/dev/null 2>&1 && command -v pdftotext >/dev/null 2>&1
}

if [ "${2:-}" = test ]; then
    # Where another browser is there already, Chromium is not put beside it.
    # shellcheck disable=SC2086  # the packages are several words
    if ! browser; then
        apt_install $for_tests || true
    elif ! driven || ! read_back; then
        apt_install ${for_tests#chromium } || true
    fi
    browser && driven && read_back && exit 0
    echo "The tests look at the pages in the browser Chromium and read the PDFs back with qpdf and poppler." >&2
    echo "This machine lacks one of them, or the library libatomic." >&2
    echo "  Debian, Ubuntu   sudo apt-get install $for_tests" >&2
    echo "  Fedora           sudo dnf install chromium libatomic qpdf poppler-utils" >&2
    echo "  macOS            brew install --cask chromium && brew install qpdf poppler" >&2
    echo "Then run make test again." >&2
    exit 1
fi

# shellcheck disable=SC2086  # the packages are several words
printing || apt_install $for_pages || true
printing && exit 0
echo "PDF pages need the text libraries Pango and HarfBuzz, and this machine lacks them." >&2
echo "  Debian, Ubuntu   sudo apt-get install $for_pages" >&2
echo "  Fedora           sudo dnf install pango fontconfig" >&2
echo "  macOS            brew install pango" >&2
echo "  Windows          install MSYS2, then in its window: pacman -S mingw-w64-x86_64-pango" >&2
echo "Then run make again. Until then, $python build.py --formats html builds the HTML pages." >&2
exit 1
