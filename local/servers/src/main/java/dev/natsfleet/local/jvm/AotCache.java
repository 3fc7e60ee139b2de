package dev.natsfleet.local.jvm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * The AOT cache of one program: its classes, loaded and linked ahead of time (JEP 483, 514). The
 * first run of the program records them and writes the cache on a normal exit; later runs use it.
 * Its name has a hash of the runtime, the flags, the launchers and every jar, so it is never stale.
 */
public final class AotCache {

  private final JavaProgram program;
  private final Path file;
  private final AtomicBoolean recording = new AtomicBoolean();

  private AotCache(JavaProgram program, Path file) {
    this.program = program;
    this.file = file;
  }

  /**
   * The cache of this program, whether or not it exists yet.
   *
   * @param directory where caches and the jars made for them go
   * @param launchers scripts that give the program more flags; a change makes another cache
   */
  public static AotCache of(JavaProgram program, Path directory, Path... launchers) {
    ClassPath jars = program.classPath().packed(directory.resolve("jars"));
    JavaProgram packed = new JavaProgram(program.main(), jars, program.flags());
    String print =
        InputDigest.of(
            Stream.concat(jars.entries().stream(), Stream.of(launchers)).toList(),
            System.getProperty("java.vm.version"),
            program.main(),
            String.join(" ", program.flags()));
    return new AotCache(packed, directory.resolve(print + ".aot"));
  }

  /**
   * The program with the flags for its fastest start now: using the cache, recording it, or
   * neither. One of several processes that record must be chosen by a lock around this call and the
   * recording.
   */
  public JavaProgram program() {
    if (isComplete()) {
      return program.with("-XX:AOTCache=" + file);
    }
    if (!recording.compareAndSet(false, true)) {
      return program;
    }
    discard();
    return program.with("-XX:AOTCacheOutput=" + file);
  }

  /**
   * Whether the cache is complete. The JVM writes the record, then the cache, and then removes the
   * record. If the record still exists, a recording is running or was killed; the JVM would
   * silently ignore an incomplete cache.
   */
  public boolean isComplete() {
    return Files.exists(file) && !Files.exists(record());
  }

  private Path record() {
    return file.resolveSibling(file.getFileName() + ".config");
  }

  private void discard() {
    try {
      Files.deleteIfExists(file);
      Files.deleteIfExists(record());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The path of the cache, whether or not it exists yet. */
  public Path file() {
    return file;
  }

  /** A command that fails unless the JVM uses the cache, for tests. */
  List<String> strictCommand() {
    return program.with("-XX:AOTCache=" + file, "-XX:AOTMode=on").command();
  }
}
