package dev.natsfleet.local.jvm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** Packs a directory of classes into a jar, because an AOT cache needs jars. */
final class JarOfClasses {

  private JarOfClasses() {}

  /** The jar of the directory's present content; written if it is missing. */
  static Path of(Path classes, Path jars) {
    List<Path> files = files(classes);
    Path jar = jars.resolve(InputDigest.of(files) + ".jar");
    if (!Files.exists(jar)) {
      write(classes, files, jar);
    }
    return jar;
  }

  private static List<Path> files(Path classes) {
    try (Stream<Path> tree = Files.walk(classes)) {
      return tree.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path classes, List<Path> files, Path jar) {
    try {
      Files.createDirectories(jar.getParent());
      Path fresh = Files.createTempFile(jar.getParent(), "classes", ".tmp");
      try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(fresh))) {
        for (Path file : files) {
          out.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
          Files.copy(file, out);
        }
      }
      Files.move(fresh, jar, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
