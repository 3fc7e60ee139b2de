package dev.natsfleet.operator.acceptance;

import dev.natsfleet.local.proc.ExternalCommand;
import dev.natsfleet.local.servers.PinnedTool;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rights that the chart gives to the operator.
 *
 * @param objects of the chart that have to do with rights
 */
record ChartRights(List<HasMetadata> objects) {

  private static final String NAMESPACE = "default";
  private static final String RELEASE = "natsfleet";

  /** As whom the operator calls. */
  static final String USER = "system:serviceaccount:" + NAMESPACE + ":" + RELEASE;

  private static final Set<String> KINDS =
      Set.of("ServiceAccount", "Role", "RoleBinding", "ClusterRole", "ClusterRoleBinding");

  /** Renders the chart with its default values. */
  static ChartRights render(KubernetesClient client) {
    String chart = OperatorTestbed.ROOT.resolve("helm/natsfleet").toString();
    String helm = PinnedTool.HELM.path().toString();
    List<String> argv = List.of(helm, "template", RELEASE, chart, "--namespace", NAMESPACE);
    String rendered = new ExternalCommand(argv, Map.of()).run();
    return new ChartRights(
        client
            .load(new ByteArrayInputStream(rendered.getBytes(StandardCharsets.UTF_8)))
            .items()
            .stream()
            .filter(object -> KINDS.contains(object.getKind()))
            .toList());
  }

  /** Gives them to the service account, and writes the kubeconfig of who has them and no more. */
  Path grant(KubernetesClient client) throws IOException {
    objects.forEach(object -> client.resource(object).create());
    String token =
        client
            .serviceAccounts()
            .inNamespace(NAMESPACE)
            .withName(RELEASE)
            .tokenRequest(new TokenRequestBuilder().withNewSpec().endSpec().build())
            .getStatus()
            .getToken();
    Path admin = Path.of(OperatorTestbed.environment().get("KUBECONFIG"));
    String own = Files.readString(admin).replaceAll("token: \\w+", "token: " + token);
    return Files.writeString(OperatorTestbed.directory("kubeconfig-of-the-chart"), own);
  }

  /** Every call that they allow to the service account. */
  Set<ApiAudit.Call> allowed() {
    return rules()
        .flatMap(rule -> rule.getApiGroups().stream().flatMap(group -> allowed(rule, group)))
        .collect(Collectors.toSet());
  }

  private Stream<PolicyRule> rules() {
    return objects.stream()
        .filter(object -> !isForUsers(object))
        .flatMap(
            object ->
                switch (object) {
                  case Role role -> role.getRules().stream();
                  case ClusterRole role -> role.getRules().stream();
                  default -> Stream.empty();
                });
  }

  private static boolean isForUsers(HasMetadata object) {
    return object.getMetadata().getLabels().keySet().stream()
        .anyMatch(label -> label.startsWith("rbac.authorization.k8s.io/aggregate-to"));
  }

  private static Stream<ApiAudit.Call> allowed(PolicyRule rule, String group) {
    return rule.getResources().stream()
        .flatMap(
            resource ->
                rule.getVerbs().stream()
                    .map(verb -> new ApiAudit.Call(group, resource, verb, false)));
  }
}
