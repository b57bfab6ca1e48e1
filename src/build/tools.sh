# Finds what the build needs: a JDK 25, Maven, and a Node 24 for the front end. Sourced by the scripts beside it,
# always with the repository's root as the working directory.

cache=${RACEBOARD_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/raceboard}

say() { printf '%s\n' "$*" >&2; }

fail() { say "$*"; exit 1; }

# Major version of the JDK at $1, from its release file; nothing when there is no compiler.
jdk_version() {
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] && sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

jdk_candidates() {
    [ -n "${JAVA_HOME:-}" ] && echo "$JAVA_HOME"
    on_path=$(command -v javac 2>/dev/null) && dirname "$(dirname "$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")")"
    [ -x /usr/libexec/java_home ] && /usr/libexec/java_home -v 25 2>/dev/null
    for folder in /usr/lib/jvm/* /usr/java/* /opt/* /opt/java/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
            "$HOME"/.asdf/installs/java/* "$HOME"/.local/share/mise/installs/java/* \
            /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
            /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
            /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        [ -d "$folder" ] && echo "$folder"
    done
}

# Sets JAVA_HOME and PATH. Exactly 25 wins over newer ones, the first found over later ones.
need_jdk() {
    newer=
    while read -r home; do
        version=$(jdk_version "$home") || continue
        [ "${version:-0}" -eq 25 ] && break
        [ "${version:-0}" -gt 25 ] && newer=${newer:-$home}
        home=
    done <<LIST
$(jdk_candidates)
LIST
    JAVA_HOME=${home:-$newer}
    [ -n "$JAVA_HOME" ] || fail "No JDK 25 found: install one (for example Temurin 25) or set JAVA_HOME to it."
    PATH=$JAVA_HOME/bin:$PATH
    export JAVA_HOME PATH
}

need_maven() {
    command -v mvn >/dev/null || fail "No Maven found: install Maven 3.8 or newer (Debian: apt-get install maven)."
}

# True when the node found first is a 24 with an npm 11.3 or newer at a place where Vaadin looks for it.
node_fits() {
    case $(node --version 2>/dev/null) in v24.*) ;; *) return 1 ;; esac
    bin=$(dirname "$(command -v node)")
    for npm in "$bin/node_modules/npm" "$bin/../lib/node_modules/npm"; do
        [ -f "$npm/bin/npm-cli.js" ] && node "$npm/bin/npm-cli.js" --version 2>/dev/null |
            awk -F. '{ exit !($1 > 11 || $1 == 11 && $2 >= 3) }' && return
    done
    return 1
}

node_package() {
    case $(uname -s) in Linux) os=linux ;; Darwin) os=darwin ;; *) return 1 ;; esac
    case $(uname -m) in x86_64 | amd64) echo node-$os-x64 ;; aarch64 | arm64) echo node-$os-arm64 ;; *) return 1 ;; esac
}

# Puts a Node 24 on the PATH: the one there, the one Vaadin keeps, else one that the npm client installs into our cache.
# With no npm either it is left to Vaadin, which then downloads Node by itself.
need_node() {
    node_fits && return
    for bin in "$HOME"/.vaadin/node-v24*/bin; do
        [ -x "$bin/node" ] && PATH=$bin:$PATH && export PATH && node_fits && return
    done
    folder=$cache/node-24
    [ -x "$folder/node" ] || install_node "$folder" || {
        say "No Node 24 found; Vaadin now tries to download one. If that fails, install Node.js 24 with npm 11.3 or newer."
        return
    }
    PATH=$folder:$PATH
    export PATH
}

install_node() {
    command -v npm >/dev/null && package=$(node_package) || return 1
    say "Installing Node 24 for the front-end build into $1 (once) ..."
    mkdir -p "$1" && npm install --prefix "$1" --ignore-scripts --no-audit --no-fund --loglevel=error \
            "$package@24" npm@11 >&2 || return 1
    # Vaadin looks for npm in node_modules beside the node it finds.
    ln -sf "node_modules/$package/bin/node" "$1/node"
}

# Maven 3.8 brings libraries that a JDK 25 warns of at every start.
maven() {
    MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED" \
            mvn --batch-mode --no-transfer-progress "$@"
}
