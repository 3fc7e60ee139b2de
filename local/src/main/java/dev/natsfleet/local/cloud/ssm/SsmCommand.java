package dev.natsfleet.local.cloud.ssm;

import dev.natsfleet.local.cloud.query.PageRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the parameter store can be asked; each record bears the name of AWS's action. */
public sealed interface SsmCommand {

  /** Reads one. */
  record GetParameter(String name, boolean decrypt) implements SsmCommand {}

  /** Reads several; what does not exist is named in the answer. */
  record GetParameters(List<String> names, boolean decrypt) implements SsmCommand {}

  /** Reads those below a path. */
  record GetParametersByPath(String path, boolean recursive, boolean decrypt, PageRequest page)
      implements SsmCommand {}

  /**
   * Writes one.
   *
   * @param type null keeps the type of the one that is overwritten
   */
  record PutParameter(String name, @Nullable String type, String value, boolean overwrite)
      implements SsmCommand {
    @Override
    public String toString() {
      return "PutParameter[" + name + ", " + type + "]";
    }
  }

  /** Removes one. */
  record DeleteParameter(String name) implements SsmCommand {}

  /** Removes several; what does not exist is named in the answer. */
  record DeleteParameters(List<String> names) implements SsmCommand {}
}
