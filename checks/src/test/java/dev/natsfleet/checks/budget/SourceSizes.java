package dev.natsfleet.checks.budget;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import dev.natsfleet.checks.tree.ParsedFile;
import dev.natsfleet.checks.tree.SourceSet;
import dev.natsfleet.checks.tree.SourceTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How long the files and the methods of a source set are. A method's length is that of its body,
 * braces included.
 */
record SourceSizes(List<Sized> files, List<Sized> methods) {
  private static final Pattern SILENT = Pattern.compile("\\s*(//|/\\*|\\*|$)");

  /** One file or method, and its lines. */
  record Sized(String where, int lines) {}

  static SourceSizes of(SourceTree sourceTree, SourceSet set) {
    List<Path> java = sourceTree.java(set);
    List<Sized> files =
        java.stream().map(file -> new Sized(file.toString(), lines(sourceTree, file))).toList();
    return new SourceSizes(files, methods(sourceTree, java));
  }

  private static int lines(SourceTree sourceTree, Path file) {
    return (int) sourceTree.text(file).lines().count();
  }

  private static List<Sized> methods(SourceTree sourceTree, List<Path> java) {
    List<Sized> found = new ArrayList<>();
    ParsedFile.of(sourceTree, java)
        .forEach(file -> new Methods(sourceTree, file, found).scan(file.unit(), null));
    return found;
  }

  private static final class Methods extends TreeScanner<Void, Void> {
    private final ParsedFile file;
    private final List<Sized> found;
    private final String text;

    Methods(SourceTree sourceTree, ParsedFile file, List<Sized> found) {
      this.file = file;
      this.text = sourceTree.text(file.path());
      this.found = found;
    }

    @Override
    public Void visitMethod(MethodTree method, Void none) {
      if (method.getBody() != null) {
        long line = file.unit().getLineMap().getLineNumber(start(method.getBody()));
        found.add(
            new Sized(
                file.path() + ":" + line + " " + method.getName(), linesOfCode(method.getBody())));
      }
      return super.visitMethod(method, null);
    }

    private int linesOfCode(BlockTree body) {
      int end = (int) file.positions().getEndPosition(file.unit(), body);
      return (int)
          text.substring(start(body), end)
              .lines()
              .filter(line -> !SILENT.matcher(line).lookingAt())
              .count();
    }

    private int start(BlockTree body) {
      return (int) file.positions().getStartPosition(file.unit(), body);
    }
  }
}
