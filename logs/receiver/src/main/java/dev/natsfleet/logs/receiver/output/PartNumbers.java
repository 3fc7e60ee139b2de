package dev.natsfleet.logs.receiver.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Numbers of the files of one period: {@code name}, {@code name.1}, {@code name.2}, each compressed
 * or not.
 */
public final class PartNumbers {

  private PartNumbers() {}

  /**
   * The number after the highest one in use. A lower one that has become free is not used again,
   * because then the order of names would not be the order of lines.
   */
  public static int next(Path first) throws IOException {
    String name = String.valueOf(first.getFileName());
    Pattern part = Pattern.compile(Pattern.quote(name) + "(?:\\.(\\d{1,8}))?(?:\\.gz)?");
    try (Stream<Path> files = Files.list(first.resolveSibling(""))) {
      return files
          .map(file -> part.matcher(String.valueOf(file.getFileName())))
          .filter(Matcher::matches)
          .mapToInt(found -> found.group(1) == null ? 1 : Integer.parseInt(found.group(1)) + 1)
          .max()
          .orElse(0);
    } catch (NoSuchFileException e) {
      return 0;
    }
  }
}
