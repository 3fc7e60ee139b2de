package dev.natsfleet.local.jvm;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A class path of jars and, during development, directories of classes. */
public record ClassPath(List<Path> entries) {

  public ClassPath {
    entries = List.copyOf(entries);
  }

  /** The class path of this process. */
  public static ClassPath own() {
    return parse(System.getProperty("java.class.path"));
  }

  /** The classes of a module of this repository and what they need, as the build left them. */
  public static ClassPath ofModule(Path module) {
    Path target = module.resolve("target");
    List<Path> entries = new ArrayList<>(List.of(target.resolve("classes")));
    entries.addAll(read(target.resolve("classpath")).entries());
    return new ClassPath(entries);
  }

  /** The class path in a file that the build wrote. */
  private static ClassPath read(Path file) {
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
   * The same class path with a jar in place of every directory.
   *
   * @param jars directory for the jars
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
