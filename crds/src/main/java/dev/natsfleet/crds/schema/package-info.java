/**
 * What the schema of our resources says beyond the annotations of the Kubernetes client.
 *
 * <p>Way in: a {@code @SchemaCustomizer} on a record names one of the customizers here. Way out:
 * the generated CRD. {@link dev.natsfleet.crds.schema.OwnedConfigKeys} needs no Kubernetes client;
 * it is also asked at run time.
 */
@NullMarked
package dev.natsfleet.crds.schema;

import org.jspecify.annotations.NullMarked;
