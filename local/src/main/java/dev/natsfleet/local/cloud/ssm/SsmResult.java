package dev.natsfleet.local.cloud.ssm;

import dev.natsfleet.local.cloud.query.ResultPage;
import java.util.List;

/** A result of the parameter store. */
public sealed interface SsmResult {

  /** Executed; the result is empty. */
  record Done() implements SsmResult {}

  /** One parameter. */
  record OneParameter(Parameter parameter, boolean decrypted) implements SsmResult {}

  /** Parameters, and the names of those that do not exist. */
  record Parameters(List<Parameter> found, List<String> invalid, boolean decrypted)
      implements SsmResult {}

  /** Parameters below a path. */
  record ParametersByPath(ResultPage<Parameter> page, boolean decrypted) implements SsmResult {}

  /** The number of the written version. */
  record Written(long version) implements SsmResult {}

  /** Names of deleted parameters, and names that do not exist. */
  record Deleted(List<String> deleted, List<String> invalid) implements SsmResult {}
}
