package dev.natsfleet.local.cloud.ec2;

import dev.natsfleet.local.cloud.error.CloudException;
import dev.natsfleet.local.cloud.world.Catalogue;
import java.util.List;

/** Validates image ids of a request. */
final class ImageIds {

  private ImageIds() {}

  /** Refuses ids that are not well-formed, and ids of images that do not exist. */
  static void validate(List<String> ids, Catalogue catalogue) {
    for (String id : ids) {
      if (!id.startsWith("ami-")) {
        throw CloudException.of(
            "InvalidAMIID.Malformed", "Invalid id: \"" + id + "\" (expecting \"ami-...\")");
      }
    }
    List<String> unknown = ids.stream().filter(id -> !catalogue.images().containsKey(id)).toList();
    if (!unknown.isEmpty()) {
      throw CloudException.of(
          "InvalidAMIID.NotFound",
          unknown.size() == 1
              ? "The image id '" + unknown + "' does not exist"
              : "The image ids '" + unknown + "' do not exist");
    }
  }
}
