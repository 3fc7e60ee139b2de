package dev.natsfleet.local.cloud.ssm;

import dev.natsfleet.local.cloud.error.CloudException;
import java.util.List;
import java.util.Locale;

/** The rules for names of parameters (SSM API, PutParameter). */
final class ParameterNames {

  private static final int MOST = 10;

  private ParameterNames() {}

  /** Refuses names that AWS keeps for itself. */
  static void validate(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith("/aws")) {
      throw CloudException.of(
          "AccessDeniedException", "No access to reserved parameter name: " + name + ".");
    }
    if (lower.startsWith("/ssm")) {
      throw CloudException.of(
          "ValidationException",
          "Parameter name: can't be prefixed with \"ssm\" (case-insensitive). If formed as a path,"
              + " it can consist of sub-paths divided by slash symbol; each sub-path can be formed"
              + " as a mix of letters, numbers and the following 3 symbols .-_");
    }
    if (lower.startsWith("aws") || lower.startsWith("ssm")) {
      throw CloudException.of(
          "ValidationException",
          "Parameter name: can't be prefixed with \"aws\" or \"ssm\" (case-insensitive).");
    }
    if (!name.matches("[a-zA-Z0-9_.\\-/]+")) {
      throw CloudException.of(
          "ValidationException",
          "Parameter name must be a fully qualified name of letters, numbers and .-_/");
    }
  }

  /** Refuses a list of too many names. */
  static void limit(List<String> names) {
    if (names.size() > MOST) {
      throw CloudException.of(
          "ValidationException",
          "1 validation error detected: Value '"
              + names
              + "' at 'names' failed to satisfy constraint: Member must have length less than or"
              + " equal to 10.");
    }
  }
}
