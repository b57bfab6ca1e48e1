# Runs a main class of the tests against the packaged program. Sourced by bench.sh and screenshots.sh.

. src/build/tools.sh
. src/build/browser.sh

# Runs the class $1 with the arguments that follow.
run_main() {
    need_browser
    src/build/package.sh
    src/build/cache.sh
    need_jdk
    need_maven
    need_node
    maven --quiet test-compile dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile=target/classpath
    java --enable-native-access=ALL-UNNAMED -cp "target/test-classes:target/classes:$(cat target/classpath)" "$@"
}
