package dev.natsfleet.local.cloud.ssm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request names: a parameter by name or ARN, and perhaps one of its versions as in {@code
 * name:3}.
 *
 * @param names the possible names, of which at most one exists: an ARN does not tell {@code test}
 *     from {@code /test}
 * @param version the text behind the colon, null for the newest version
 */
record ParameterSelector(List<String> names, @Nullable String version) {

  private static final String ARN_PART = ":parameter/";

  ParameterSelector {
    names = List.copyOf(names);
  }

  static ParameterSelector of(String text) {
    int arn = text.startsWith("arn:") ? text.indexOf(ARN_PART) : -1;
    String rest = arn < 0 ? text : text.substring(arn + ARN_PART.length());
    int colon = rest.indexOf(':');
    String name = colon < 0 ? rest : rest.substring(0, colon);
    return new ParameterSelector(
        arn < 0 ? List.of(name) : List.of("/" + name, name),
        colon < 0 ? null : rest.substring(colon + 1));
  }

  /** Whether it names the newest version, or one version by its number. */
  boolean isWellFormed() {
    return version == null || version.matches("\\d{1,18}");
  }
}
