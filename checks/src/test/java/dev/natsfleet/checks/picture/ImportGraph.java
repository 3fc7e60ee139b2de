package dev.natsfleet.checks.picture;

import dev.natsfleet.checks.tree.SourceSet;
import dev.natsfleet.checks.tree.SourceTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Which packages of main code import which.
 *
 * @param modules each package's module
 * @param arrows each package's imports among them
 */
record ImportGraph(Map<String, String> modules, Map<String, Set<String>> arrows) {
  private static final String SOURCES = "/" + "src/main/java/";
  private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?([\\w.]+);");

  static ImportGraph of(SourceTree sourceTree) {
    List<Path> files = sourceTree.java(SourceSet.MAIN);
    Map<String, String> modules = new TreeMap<>();
    files.forEach(file -> modules.put(packageOf(file), moduleOf(file)));
    Map<String, Set<String>> arrows = new TreeMap<>();
    for (Path file : files) {
      Set<String> imported = arrows.computeIfAbsent(packageOf(file), name -> new TreeSet<>());
      IMPORT
          .matcher(sourceTree.text(file))
          .results()
          .map(line -> knownPackage(line.group(1), modules.keySet()))
          .filter(name -> !name.isEmpty())
          .forEach(imported::add);
    }
    return new ImportGraph(modules, arrows);
  }

  /** Module → the modules that its packages import. */
  Map<String, Set<String>> betweenModules() {
    return grouped(arrows, name -> modules.getOrDefault(name, name));
  }

  /** Package → package inside one module. */
  Map<String, Set<String>> inside(String module) {
    Map<String, Set<String>> own = new TreeMap<>();
    arrows.forEach(
        (from, to) -> {
          if (module.equals(modules.get(from))) {
            Set<String> targets = new TreeSet<>(to);
            targets.removeIf(name -> !module.equals(modules.get(name)));
            own.put(from, targets);
          }
        });
    return grouped(own, name -> name);
  }

  private static Map<String, Set<String>> grouped(
      Map<String, Set<String>> arrows, UnaryOperator<String> group) {
    Map<String, Set<String>> grouped = new TreeMap<>();
    arrows.forEach(
        (from, to) -> {
          Set<String> targets = grouped.computeIfAbsent(group.apply(from), name -> new TreeSet<>());
          to.stream()
              .map(group)
              .filter(name -> !name.equals(group.apply(from)))
              .forEach(targets::add);
        });
    return grouped;
  }

  private static String knownPackage(String imported, Set<String> packages) {
    String name = imported;
    while (!name.isEmpty() && !packages.contains(name)) {
      name = name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }
    return name;
  }

  private static String moduleOf(Path file) {
    return file.toString().substring(0, file.toString().indexOf(SOURCES));
  }

  private static String packageOf(Path file) {
    String path = file.toString();
    return path.substring(path.indexOf(SOURCES) + SOURCES.length(), path.lastIndexOf('/'))
        .replace('/', '.');
  }
}
