package dev.natsfleet.crds.generated;

import dev.natsfleet.crds.NatsCluster;
import io.fabric8.crdv2.generator.CRDGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The CustomResourceDefinition of NatsCluster, as the records describe it. */
final class CrdFile {

  static final String NAME = "natsclusters.natsfleet.dev-v1.yml";

  private CrdFile() {}

  /** Its YAML, the same for the same records. */
  static String render(Path scratch) {
    new CRDGenerator()
        .customResourceClasses(NatsCluster.class)
        .forCRDVersions("v1")
        .withPostProcessor(new CrdCleanup())
        .inOutputDir(scratch.toFile())
        .generate();
    try {
      return Files.readString(scratch.resolve(NAME));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
