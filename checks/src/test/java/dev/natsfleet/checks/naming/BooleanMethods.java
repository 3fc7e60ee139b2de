package dev.natsfleet.checks.naming;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.natsfleet.checks.tree.ParsedFile;
import dev.natsfleet.checks.tree.SourceSet;
import dev.natsfleet.checks.tree.SourceTree;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A method of main code that answers a question without parameters says so in its name: {@code
 * isReady()}, {@code hasGroup()}. Components of records are data and keep their nouns; overridden
 * methods are named by whom they override.
 */
record BooleanMethods(SourceTree sourceTree) {

  /** Modules whose methods do not follow the rule yet. */
  static final Set<String> NOT_CONVERTED = Set.of();

  /** Verbs of a property: the thing is so. */
  private static final String STATES =
      "is|are|has|can|may|needs|should|was|does|accepts|allows|holds|owns|runs|shows|wants";

  /** Verbs of an act: the thing does it and says whether it did. */
  private static final String ACTS =
      "advance|await|begin|create|delete|poll|read|touch|try|update|write";

  private static final Pattern NAME =
      Pattern.compile("(?:" + STATES + ")(?:[A-Z]\\w*)?|(?:" + ACTS + ")(?:[A-Z]\\w*)?");

  List<String> findings() {
    List<Path> java =
        sourceTree.java(SourceSet.MAIN).stream()
            .filter(file -> !NOT_CONVERTED.contains(moduleOf(file)))
            .toList();
    List<String> findings = new ArrayList<>();
    ParsedFile.of(sourceTree, java)
        .forEach(file -> new Methods(file, findings).scan(file.unit(), null));
    return findings;
  }

  private static String moduleOf(Path file) {
    return file.toString().replaceFirst("/?src/main/java/.*", "");
  }

  private static final class Methods extends TreeScanner<Void, Void> {
    private final ParsedFile file;
    private final List<String> findings;
    private final Deque<Set<String>> components = new ArrayDeque<>();

    Methods(ParsedFile file, List<String> findings) {
      this.file = file;
      this.findings = findings;
    }

    @Override
    public Void visitClass(ClassTree type, Void none) {
      components.push(type.getKind() == Tree.Kind.RECORD ? fields(type) : Set.of());
      super.visitClass(type, null);
      components.pop();
      return null;
    }

    private static Set<String> fields(ClassTree type) {
      return type.getMembers().stream()
          .filter(VariableTree.class::isInstance)
          .map(VariableTree.class::cast)
          .map(field -> field.getName().toString())
          .collect(Collectors.toSet());
    }

    @Override
    public Void visitMethod(MethodTree method, Void none) {
      String name = method.getName().toString();
      if (isQuestion(method)
          && !NAME.matcher(name).matches()
          && !components.getFirst().contains(name)) {
        findings.add(
            file.path() + ": boolean " + name + "() asks: begin it with is, has, can, may, needs");
      }
      return super.visitMethod(method, null);
    }

    private static boolean isQuestion(MethodTree method) {
      return method.getParameters().isEmpty()
          && method.getReturnType() != null
          && method.getReturnType().toString().equals("boolean")
          && method.getModifiers().getAnnotations().stream()
              .noneMatch(
                  annotation -> annotation.getAnnotationType().toString().equals("Override"));
    }
  }
}
