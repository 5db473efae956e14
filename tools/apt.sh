# To be read by other scripts: apt_install PACKAGE... installs what it can without asking anybody for a password.
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
