package dev.natsfleet.checks.budget;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import dev.natsfleet.checks.tree.SourceSet;
import dev.natsfleet.checks.tree.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * How long the files and the methods of a source set are. A method's length is that of its body,
 * braces included.
 */
record Sizes(List<Sized> files, List<Sized> methods) {
  private static final Pattern SILENT = Pattern.compile("\\s*(//|/\\*|\\*|$)");

  /** One file or method, and its lines. */
  record Sized(String where, int lines) {}

  static Sizes of(Tree tree, SourceSet set) {
    List<Path> java = tree.java(set);
    List<Sized> files =
        java.stream().map(file -> new Sized(file.toString(), lines(tree, file))).toList();
    return new Sizes(files, methods(tree, java));
  }

  private static int lines(Tree tree, Path file) {
    return (int) tree.text(file).lines().count();
  }

  private static List<Sized> methods(Tree tree, List<Path> java) {
    if (java.isEmpty()) {
      return List.of();
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<Sized> found = new ArrayList<>();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      var units =
          manager.getJavaFileObjectsFromPaths(java.stream().map(tree.root()::resolve).toList());
      JavacTask task =
          (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null, units);
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      task.parse()
          .forEach(unit -> new Methods(tree.root(), unit, positions, found).scan(unit, null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static final class Methods extends TreeScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<Sized> found;
    private final Path root;
    private final String text;

    Methods(Path root, CompilationUnitTree unit, SourcePositions positions, List<Sized> found) {
      this.root = root;
      this.unit = unit;
      this.text = text(unit);
      this.positions = positions;
      this.found = found;
    }

    private static String text(CompilationUnitTree unit) {
      try {
        return unit.getSourceFile().getCharContent(false).toString();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Void visitMethod(MethodTree method, Void none) {
      if (method.getBody() != null) {
        long line = unit.getLineMap().getLineNumber(start(method.getBody()));
        Path file = root.relativize(Path.of(unit.getSourceFile().toUri()));
        found.add(
            new Sized(file + ":" + line + " " + method.getName(), linesOfCode(method.getBody())));
      }
      return super.visitMethod(method, null);
    }

    private int linesOfCode(BlockTree body) {
      int end = (int) positions.getEndPosition(unit, body);
      return (int)
          text.substring(start(body), end)
              .lines()
              .filter(line -> !SILENT.matcher(line).lookingAt())
              .count();
    }

    private int start(BlockTree body) {
      return (int) positions.getStartPosition(unit, body);
    }
  }
}
