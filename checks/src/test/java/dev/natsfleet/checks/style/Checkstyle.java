package dev.natsfleet.checks.style;

import com.puppycrawl.tools.checkstyle.Checker;
import com.puppycrawl.tools.checkstyle.ConfigurationLoader;
import com.puppycrawl.tools.checkstyle.PropertiesExpander;
import com.puppycrawl.tools.checkstyle.api.AuditEvent;
import com.puppycrawl.tools.checkstyle.api.AuditListener;
import com.puppycrawl.tools.checkstyle.api.CheckstyleException;
import com.puppycrawl.tools.checkstyle.api.Configuration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Checkstyle with the build's own configuration. A rule is named by its id, or by its module if it
 * has no id.
 */
record Checkstyle(Configuration configuration) {

  static Checkstyle of(Path root) throws CheckstyleException {
    PropertiesExpander properties = new PropertiesExpander(new Properties());
    return new Checkstyle(
        ConfigurationLoader.loadConfiguration(
            root.resolve("build/checkstyle.xml").toString(), properties));
  }

  /** Every rule of the configuration. */
  Set<String> rules() {
    Set<String> rules = new TreeSet<>();
    leaves(configuration)
        .forEach(
            rule -> rules.add(rule.getPropertyNames().length == 0 ? rule.getName() : idOf(rule)));
    return rules;
  }

  private static Stream<Configuration> leaves(Configuration module) {
    boolean group = Set.of("Checker", "TreeWalker").contains(module.getName());
    return group
        ? Arrays.stream(module.getChildren()).flatMap(Checkstyle::leaves)
        : Stream.of(module);
  }

  private static String idOf(Configuration rule) {
    boolean named = List.of(rule.getPropertyNames()).contains("id");
    try {
      return named ? rule.getProperty("id") : rule.getName();
    } catch (CheckstyleException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The rules that report this file. */
  Set<String> speakingOf(Path file) throws CheckstyleException {
    Spoken spoken = new Spoken();
    Checker checker = new Checker();
    checker.setModuleClassLoader(Checker.class.getClassLoader());
    checker.configure(configuration);
    checker.addListener(spoken);
    checker.process(List.of(file.toFile()));
    checker.destroy();
    return new TreeSet<>(spoken.rules);
  }

  private static final class Spoken implements AuditListener {
    private final List<String> rules = new ArrayList<>();

    @Override
    public void addError(AuditEvent event) {
      String check = event.getSourceName().replaceFirst(".*\\.", "").replaceFirst("Check$", "");
      rules.add(event.getModuleId() == null ? check : event.getModuleId());
    }

    @Override
    public void addException(AuditEvent event, Throwable throwable) {
      throw new IllegalStateException(event.getFileName(), throwable);
    }

    @Override
    public void auditStarted(AuditEvent event) {}

    @Override
    public void auditFinished(AuditEvent event) {}

    @Override
    public void fileStarted(AuditEvent event) {}

    @Override
    public void fileFinished(AuditEvent event) {}
  }
}
