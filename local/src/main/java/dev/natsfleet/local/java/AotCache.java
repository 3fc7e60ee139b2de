package dev.natsfleet.local.java;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Classes of one program, loaded and linked ahead of time (JEP 483, 514). The first start of the
 * program records them and writes the cache when it ends in order; later starts use it. Its name
 * holds a fingerprint of the runtime, the flags and every jar, so that it is never stale.
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
   * The cache of this program, there or not.
   *
   * @param directory of caches and of jars made for them
   */
  public static AotCache of(JavaProgram program, Path directory) {
    ClassPath jars = program.classPath().packed(directory.resolve("jars"));
    JavaProgram packed = new JavaProgram(program.main(), jars, program.flags());
    String print =
        Fingerprint.of(
            jars.entries(),
            System.getProperty("java.vm.version"),
            program.main(),
            String.join(" ", program.flags()));
    return new AotCache(packed, directory.resolve(print + ".aot"));
  }

  /** The program as it starts fastest now; one of the first records what later ones use. */
  public JavaProgram program() {
    if (complete()) {
      return program.with("-XX:AOTCache=" + file);
    }
    if (!recording.compareAndSet(false, true)) {
      return program;
    }
    discard();
    return program.with("-XX:AOTCacheOutput=" + file);
  }

  /**
   * The JVM writes what it recorded, then the cache, and then removes the record: where that still
   * lies, a recording goes on, or was killed and has left half a cache, which would be ignored
   * without a word.
   */
  private boolean complete() {
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

  /** Where it is, or will be. */
  public Path file() {
    return file;
  }

  /** What a test starts to see that the cache is used: the JVM refuses to run without it. */
  List<String> strictCommand() {
    return program.with("-XX:AOTCache=" + file, "-XX:AOTMode=on").command();
  }
}
