package dev.natsfleet.local.cloud.ec2;

import java.util.Map;

/**
 * A request to launch one instance.
 *
 * @param tags in addition to the template's tags
 */
public record LaunchRequest(
    TemplateContent content,
    String subnet,
    Map<String, String> tags,
    Instance.Reservation reservation) {

  public LaunchRequest {
    tags = Map.copyOf(tags);
  }
}
