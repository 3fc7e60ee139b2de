package dev.natsfleet.operator;

import dev.natsfleet.operator.kubernetes.lease.LeaderLease;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page {@code docs/reference/operator.md}. */
final class OperatorPage {

  private static final Pattern METRIC = Pattern.compile("# HELP (\\w+) (.*)\n# TYPE \\w+ (\\w+)\n");

  private OperatorPage() {}

  /**
   * The page.
   *
   * @param exposition a sample of every metric, as Prometheus reads it
   */
  static String render(String exposition) {
    return variables() + election() + pages(exposition) + exitCodes();
  }

  private static String variables() {
    return """
        # The operator

        Generated from the `operator/app` module.

        ## Variables

        Lists are separated by commas. An empty variable counts as not set. A variable that begins with `NATSFLEET_` and is not in this table is refused, and so is a
        value that cannot be read; all problems are reported together. Credentials, Region and endpoints of AWS come from where every AWS SDK looks for them, in a pod from
        IRSA or EKS Pod Identity; Kubernetes from the pod's service account, else from `KUBECONFIG`. [What its role in AWS must allow](../iam/operator-policy.json).

        | variable | default | meaning |
        |---|---|---|
        %s
        """
        .formatted(
            Arrays.stream(OperatorVariable.values())
                .map(v -> "| `%s` | %s | %s |\n".formatted(v, initial(v), v.meaning()))
                .collect(Collectors.joining()));
  }

  private static String election() {
    return """
        ## One acts, the others stand by

        With `NATSFLEET_LEASE_NAME`, operators that share the Lease may run side by side; the Helm chart sets it. One of them acts; the others watch, are ready, and write
        nothing. The leader renews the Lease every %d seconds. When it is killed another acts within 20 seconds, and at once when it is asked to end, because it gives the
        Lease back. A leader whose renewals stay without an answer for %d seconds ends its process with exit code %d, before another takes over. What decides is the time
        in the Lease, so the clocks of the nodes must agree to a second or two, as they do on EC2.

        """
        .formatted(
            LeaderLease.RETRY_PERIOD.toSeconds(),
            LeaderLease.MAY_ACT.toSeconds(),
            OperatorMain.LEASE_LOST);
  }

  private static String pages(String exposition) {
    return """
        ## Pages

        | path | status | says |
        |---|---|---|
        | `/livez` | 200 | the process answers; nothing else |
        | `/readyz`, `/healthz` | 200 or 503 | what it watches in Kubernetes is read and followed, whether it acts or stands by |
        | `/metrics` | 200 | for Prometheus |

        | metric | type | meaning |
        |---|---|---|
        %s
        """
        .formatted(
            METRIC
                .matcher(exposition)
                .results()
                .map(m -> "| `%s` | %s | %s |\n".formatted(m.group(1), m.group(3), m.group(2)))
                .collect(Collectors.joining()));
  }

  private static String exitCodes() {
    return """
        ## Exit codes

        | exit code | meaning | start it again |
        |---|---|---|
        | 0, 143, 130 | asked to end; a pass that was under way has ended, or was cut after six seconds and is made again by the next operator | yes |
        | %d | it cannot start: no API server, no right to read NatsClusters or to hold the Lease; the log says which | yes |
        | %d | a variable is wrong; the log names all that are | after it was mended |
        | %d | it led, and could no longer be sure that it does | yes |
        """
        .formatted(
            OperatorMain.NOT_STARTED, OperatorMain.SETTINGS_REFUSED, OperatorMain.LEASE_LOST);
  }

  private static String initial(OperatorVariable variable) {
    return variable.initial().isEmpty() ? "" : "`" + variable.initial() + "`";
  }
}
