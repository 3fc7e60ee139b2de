# What both launchers do. They set MODULE, the directory of their classes, MAIN, the class, and MEMORY, options that differ, and source this with their arguments.

NAME=$(basename "$0")
HERE=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
JAVA=${JAVA_HOME:+$JAVA_HOME/bin/}java
for jdk in /usr/lib/jvm/*25*/bin/java; do # no JAVA_HOME: a JDK 25 where distributions put it, before whatever java is
  if [[ -z ${JAVA_HOME:-} && -x $jdk ]]; then JAVA=$jdk; fi
done
if [[ ! -f $HERE/$MODULE/target/classpath ]]; then
  echo "$NAME: build it first: mvn -pl logs/$MODULE -am package" >&2
  exit 1
fi

# Flat memory: small stacks and heap, one collector thread, the compiler that is done soonest, no memory kept that is
# not used. Out of memory ends the program: what is not committed is read again at the next start.
# The JVM takes from the locale how names of files are encoded; in LANG=C it could not open what is not ASCII.
[[ $(locale charmap 2>/dev/null) == UTF-8 ]] || export LC_ALL=C.UTF-8
export MALLOC_ARENA_MAX=${MALLOC_ARENA_MAX:-2}
exec "$JAVA" -Xms16m -Xss256k -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError -XX:ReservedCodeCacheSize=24m \
  -XX:MaxMetaspaceSize=40m -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED \
  "${MEMORY[@]}" -cp "$HERE/$MODULE/target/classes:$(<"$HERE/$MODULE/target/classpath")" \
  ${NATSFLEET_JAVA_OPTIONS:-} "$MAIN" "$@"
