package dev.natsfleet.checks.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The condition that a class uses only its own module and the modules that it may use. */
final class ModuleArrows extends ArchCondition<JavaClass> {
  private final Path root;
  private final Map<String, Set<String>> arrows;

  ModuleArrows(Path root, Map<String, Set<String>> arrows) {
    super("follow the arrows between modules");
    this.root = root;
    this.arrows = arrows;
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    String from = CompiledModules.moduleOf(root, type).orElse("no module");
    Set<String> allowed = arrows.get(from);
    if (allowed == null) {
      events.add(
          SimpleConditionEvent.violated(
              type, type.getName() + " is of " + from + ", which has no place in the picture"));
    } else {
      type.getDirectDependenciesFromSelf().forEach(use -> check(use, from, allowed, events));
    }
  }

  private void check(Dependency use, String from, Set<String> allowed, ConditionEvents events) {
    Optional<String> to = CompiledModules.moduleOf(root, use.getTargetClass());
    if (to.filter(module -> !module.equals(from) && !allowed.contains(module)).isPresent()) {
      events.add(
          SimpleConditionEvent.violated(
              use, from + " must not use " + to.get() + ": " + use.getDescription()));
    }
  }
}
