package dev.natsfleet.crds;

import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;
import java.io.Serial;

/**
 * The custom resource: a NATS cluster on EC2. The only class here that needs the Kubernetes client.
 */
@Group("natsfleet.dev")
@Version("v1alpha1")
@ShortNames("nc")
@AdditionalPrinterColumn(
    name = "Age",
    jsonPath = ".metadata.creationTimestamp",
    type = AdditionalPrinterColumn.Type.DATE)
@ValidationRule(
    value = "self.metadata.name.matches('^[a-z]([-a-z0-9]{0,38}[a-z0-9])?$')",
    messageExpression =
        "'metadata.name ' + self.metadata.name + ' cannot name a cluster, because a Service, an"
            + " Auto Scaling group and tables are named after it: use 1 to 40 characters of a-z,"
            + " 0-9 and -, starting with a letter and not ending with -'")
@ValidationRule(
    value = "has(self.spec)",
    message = "spec is missing: start from examples/nats-cluster.yaml")
public class NatsCluster extends CustomResource<NatsClusterSpec, NatsClusterStatus>
    implements Namespaced {

  @Serial private static final long serialVersionUID = 1;
}
