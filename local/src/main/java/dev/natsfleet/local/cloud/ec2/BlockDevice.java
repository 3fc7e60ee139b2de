package dev.natsfleet.local.cloud.ec2;

import java.util.Map;

/**
 * A block device mapping.
 *
 * @param name device name, such as {@code /dev/xvda}
 * @param ebs the values of its volume by their names in EC2's responses, such as {@code volumeSize}
 */
public record BlockDevice(String name, Map<String, String> ebs) {

  /** The root device of every image. */
  public static final BlockDevice ROOT =
      new BlockDevice("/dev/xvda", Map.of("deleteOnTermination", "true"));

  public BlockDevice {
    ebs = Map.copyOf(ebs);
  }

  /** Whether its volume is deleted with the instance; that is so unless it says otherwise. */
  public boolean isDeletedOnTermination() {
    return !"false".equals(ebs.get("deleteOnTermination"));
  }
}
