/**
 * Parts of the generated schema that annotations of the Kubernetes client cannot express.
 *
 * <p>Way in: a {@code @SchemaCustomizer} on a record names one of the customizers here. Way out:
 * the generated CRD. {@link dev.natsfleet.crds.schema.ReservedConfigKeys} and {@link
 * dev.natsfleet.crds.schema.ServerRanges} need no Kubernetes client; the operator uses them, too.
 */
@NullMarked
package dev.natsfleet.crds.schema;

import org.jspecify.annotations.NullMarked;
