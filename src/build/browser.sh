# Sees to a browser and to fonts that show Chinese. Sourced by the scripts that draw pages, after tools.sh.

browser_installed() {
    [ -n "${CHROMIUM:-}" ] && [ -x "$CHROMIUM" ] && return
    for program in chromium chromium-browser google-chrome; do
        command -v $program >/dev/null && return
    done
    [ -x "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" ]
}

may_install() { [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; }

chinese_font() { command -v fc-list >/dev/null && [ -n "$(fc-list :lang=zh 2>/dev/null)" ]; }

# Installs Debian's packages $@ without asking, with the package lists brought up to date first.
apt_install() {
    apt-get update -qq >/dev/null 2>&1 || true
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" </dev/null >/dev/null 2>&1
}

# Without one installed and no right to install one, Playwright downloads its own when the first test asks for it.
need_browser() {
    may_install || return 0
    browser_installed || { say "Installing Chromium for the browser tests ..."; apt_install chromium fonts-liberation || true; }
    chinese_font || { say "Installing fonts for Chinese pages ..."; apt_install fontconfig fonts-noto-cjk || true; }
}
