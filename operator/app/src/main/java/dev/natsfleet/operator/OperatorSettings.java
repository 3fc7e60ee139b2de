package dev.natsfleet.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Everything that can be set from outside; nobody else reads the environment. Credentials, Region
 * and endpoints of AWS and of Kubernetes come from where their own clients look for them.
 *
 * @param namespaces to watch; none means all
 * @param httpAddress where health and metrics listen
 * @param httpPort 0 to 65535; 0 takes a free one
 */
public record OperatorSettings(Set<String> namespaces, String httpAddress, int httpPort) {

  private static final String PREFIX = "NATSFLEET_";
  private static final String NAMESPACES = PREFIX + "NAMESPACES";
  private static final String HTTP_ADDRESS = PREFIX + "HTTP_ADDRESS";
  private static final String HTTP_PORT = PREFIX + "HTTP_PORT";
  private static final Set<String> KNOWN = Set.of(NAMESPACES, HTTP_ADDRESS, HTTP_PORT);

  public OperatorSettings {
    namespaces = Set.copyOf(namespaces);
  }

  /** The settings cannot be used; the message names every problem. */
  public static final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    Refused(List<String> problems) {
      super("settings are refused: " + String.join("; ", problems));
    }
  }

  /**
   * Reads the environment.
   *
   * @throws Refused with all problems at once
   */
  public static OperatorSettings from(Map<String, String> environment) throws Refused {
    List<String> problems = new ArrayList<>();
    Set<String> unknown = new TreeSet<>(environment.keySet());
    unknown.removeIf(key -> !key.startsWith(PREFIX) || KNOWN.contains(key));
    unknown.forEach(key -> problems.add(key + " is not known; known are " + new TreeSet<>(KNOWN)));
    OperatorSettings settings =
        new OperatorSettings(
            list(environment.getOrDefault(NAMESPACES, "")),
            environment.getOrDefault(HTTP_ADDRESS, "127.0.0.1"),
            port(environment.getOrDefault(HTTP_PORT, "8080"), problems));
    if (!problems.isEmpty()) {
      throw new Refused(problems);
    }
    return settings;
  }

  private static Set<String> list(String joined) {
    return joined.isBlank() ? Set.of() : Set.of(joined.strip().split("\\s*,\\s*", -1));
  }

  private static int port(String text, List<String> problems) {
    if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65_535) {
      return Integer.parseInt(text);
    }
    problems.add(HTTP_PORT + "='" + text + "' is not a port; use 0 to 65535");
    return 0;
  }
}
