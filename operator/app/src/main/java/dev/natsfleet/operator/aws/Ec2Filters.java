package dev.natsfleet.operator.aws;

import java.util.Collection;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.Filter;

/**
 * Filters of EC2's describe calls: what does not match is left out of the answer, where a list of
 * ids with an unknown one fails as a whole.
 */
final class Ec2Filters {

  private Ec2Filters() {}

  static Filter of(String name, Collection<String> values) {
    return Filter.builder().name(name).values(values).build();
  }

  static Filter of(String name, String value) {
    return of(name, List.of(value));
  }

  static Filter tag(String key, String value) {
    return of("tag:" + key, value);
  }
}
