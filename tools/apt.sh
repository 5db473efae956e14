# To be read by other scripts: which packages Debian calls for, and the way to get them.

# What PDF pages need; README.md and briefkit/cli/missing.py name the same.
for_pages='libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig'
# What the tests need: a browser, a library of the program through which they drive it, and two that read PDFs.
for_tests='chromium libatomic1 qpdf poppler-utils'

# apt_install PACKAGE... installs what it can without asking anybody for a password.
# It fails, quietly, where there is no apt-get or no permission.
apt_install() {
    command -v apt-get >/dev/null 2>&1 || return 1
    if [ "$(id -u)" -eq 0 ]; then
        as_root=env
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        as_root='sudo -n env'
    else
        return 1
    fi
    apt="$as_root DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=120"
    echo "Installing $* with apt-get ..."
    if $apt install --no-install-recommends -y "$@" >/dev/null 2>&1; then
        return 0
    fi
    $apt update >/dev/null 2>&1 || true
    $apt install --no-install-recommends -y "$@" >/dev/null
}
