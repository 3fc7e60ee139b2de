package dev.natsfleet.local.cloud.ssm;

import dev.natsfleet.local.cloud.query.PageRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command to the parameter store; each record has the name of AWS's action. */
public sealed interface SsmCommand {

  /** Reads a parameter. */
  record GetParameter(String name, boolean decrypt) implements SsmCommand {}

  /** Reads several parameters; the result names those that do not exist. */
  record GetParameters(List<String> names, boolean decrypt) implements SsmCommand {}

  /** Reads the parameters below a path. */
  record GetParametersByPath(String path, boolean recursive, boolean decrypt, PageRequest page)
      implements SsmCommand {}

  /**
   * Writes a parameter.
   *
   * @param type null keeps the type of the overwritten parameter
   */
  record PutParameter(String name, @Nullable String type, String value, boolean overwrite)
      implements SsmCommand {
    @Override
    public String toString() {
      return "PutParameter[" + name + ", " + type + "]";
    }
  }

  /** Deletes a parameter. */
  record DeleteParameter(String name) implements SsmCommand {}

  /** Deletes several parameters; the result names those that do not exist. */
  record DeleteParameters(List<String> names) implements SsmCommand {}
}
