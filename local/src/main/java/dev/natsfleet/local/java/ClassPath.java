package dev.natsfleet.local.java;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Where a program's classes are: jars, or directories while it is being developed. */
public record ClassPath(List<Path> entries) {

  public ClassPath {
    entries = List.copyOf(entries);
  }

  /** Of this process. */
  public static ClassPath own() {
    return parse(System.getProperty("java.class.path"));
  }

  /** As it stands in a file that the build wrote. */
  public static ClassPath read(Path file) {
    try {
      return parse(Files.readString(file).strip());
    } catch (IOException e) {
      throw new UncheckedIOException("no class path in " + file + ": run make build", e);
    }
  }

  private static ClassPath parse(String text) {
    return new ClassPath(
        Arrays.stream(text.split(File.pathSeparator)).map(Path::of).distinct().toList());
  }

  /**
   * The same with a jar in place of every directory.
   *
   * @param jars where they are made
   */
  public ClassPath packed(Path jars) {
    return new ClassPath(
        entries.stream()
            .map(entry -> Files.isDirectory(entry) ? JarOfClasses.of(entry, jars) : entry)
            .toList());
  }

  /** For {@code java -cp}. */
  @Override
  public String toString() {
    return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
