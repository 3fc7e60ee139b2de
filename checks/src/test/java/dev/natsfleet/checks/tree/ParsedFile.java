package dev.natsfleet.checks.tree;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A Java file as the compiler parses it.
 *
 * @param path relative to the root of the tree
 */
public record ParsedFile(Path path, CompilationUnitTree unit, SourcePositions positions) {

  /** Parses these files of the tree; nothing is resolved, so no class path is needed. */
  public static List<ParsedFile> of(SourceTree sourceTree, List<Path> java) {
    if (java.isEmpty()) {
      return List.of();
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<ParsedFile> parsed = new ArrayList<>();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      var units =
          manager.getJavaFileObjectsFromPaths(
              java.stream().map(sourceTree.root()::resolve).toList());
      JavacTask task =
          (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null, units);
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        Path file = sourceTree.root().relativize(Path.of(unit.getSourceFile().toUri()));
        parsed.add(new ParsedFile(file, unit, positions));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return parsed;
  }
}
