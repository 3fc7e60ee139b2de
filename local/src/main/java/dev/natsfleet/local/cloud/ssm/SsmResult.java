package dev.natsfleet.local.cloud.ssm;

import dev.natsfleet.local.cloud.query.Page;
import java.util.List;

/** What the parameter store answers. */
public sealed interface SsmResult {

  /** Carried out; there is nothing to say. */
  record Done() implements SsmResult {}

  /** One parameter. */
  record One(Parameter parameter, boolean decrypted) implements SsmResult {}

  /** Parameters, and the names of those that do not exist. */
  record Several(List<Parameter> found, List<String> invalid, boolean decrypted)
      implements SsmResult {}

  /** Parameters below a path. */
  record Below(Page<Parameter> page, boolean decrypted) implements SsmResult {}

  /** Written as this version. */
  record Written(long version) implements SsmResult {}

  /** Names removed, and names that do not exist. */
  record Deleted(List<String> deleted, List<String> invalid) implements SsmResult {}
}
