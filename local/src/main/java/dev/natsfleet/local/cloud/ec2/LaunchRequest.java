package dev.natsfleet.local.cloud.ec2;

import java.util.Map;

/**
 * One instance that is wanted.
 *
 * @param tags beside those of the template
 */
public record LaunchRequest(TemplateContent content, String subnet, Map<String, String> tags) {

  public LaunchRequest {
    tags = Map.copyOf(tags);
  }
}
