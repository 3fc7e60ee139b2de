package dev.natsfleet.checks.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The compiled main classes of each module of a tree. */
record CompiledModules(Path root, JavaClasses classes) {
  private static final String CLASSES = "/target/classes/";

  static CompiledModules of(Path root, List<String> modules) {
    List<Path> directories =
        modules.stream()
            .map(module -> root.resolve(module + CLASSES))
            .filter(Files::isDirectory)
            .toList();
    return new CompiledModules(root, new ClassFileImporter().importPaths(directories));
  }

  /**
   * The module that compiled a class: {@code operator/core}. Empty for classes of libraries and of
   * the JDK.
   */
  static Optional<String> moduleOf(Path root, JavaClass type) {
    return type.getBaseComponentType()
        .getSource()
        .map(source -> Path.of(source.getUri()))
        .filter(file -> file.startsWith(root))
        .map(file -> root.relativize(file).toString())
        .filter(file -> file.contains(CLASSES))
        .map(file -> file.substring(0, file.indexOf(CLASSES)));
  }
}
