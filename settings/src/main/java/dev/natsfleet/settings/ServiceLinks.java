package dev.natsfleet.settings;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The variables that Kubernetes sets in every container for each Service of the namespace, unless
 * the pod says {@code enableServiceLinks: false}. A Service that is called {@code shipper} makes
 * {@code SHIPPER_SERVICE_HOST} and its like, which are no settings of ours (Kubernetes, "Service",
 * section "Environment variables").
 */
final class ServiceLinks {

  private static final Pattern NAME =
      Pattern.compile(
          ".+_(SERVICE_HOST|SERVICE_PORT(_.+)?|PORT_\\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)");

  /** {@code …_PORT} may be a setting, or a misspelt one; Kubernetes gives it a URL. */
  private static final Pattern PORT_NAME = Pattern.compile(".+_PORT");

  private static final Pattern PORT_VALUE = Pattern.compile("(tcp|udp|sctp)://.+:\\d+");

  private ServiceLinks() {}

  /** The variables that Kubernetes has not set for a Service. */
  static Map<String, String> removeFrom(Map<String, String> variables) {
    Map<String, String> rest = new HashMap<>(variables);
    rest.entrySet().removeIf(variable -> isOne(variable.getKey(), variable.getValue()));
    return Map.copyOf(rest);
  }

  private static boolean isOne(String name, String value) {
    return NAME.matcher(name).matches()
        || (PORT_NAME.matcher(name).matches() && PORT_VALUE.matcher(value).matches());
  }
}
