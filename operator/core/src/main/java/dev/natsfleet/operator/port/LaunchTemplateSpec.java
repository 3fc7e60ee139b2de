package dev.natsfleet.operator.port;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a launch template is made from.
 *
 * @param image AMI id
 * @param instanceType EC2 instance type
 * @param securityGroups ids
 * @param instanceProfile name
 * @param tags of the template, its instances and their volumes, the owner's tags among them
 */
public record LaunchTemplateSpec(
    String image,
    String instanceType,
    SortedSet<String> securityGroups,
    String instanceProfile,
    SortedMap<String, String> tags) {

  public LaunchTemplateSpec {
    securityGroups = Collections.unmodifiableSortedSet(new TreeSet<>(securityGroups));
    tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
  }
}
