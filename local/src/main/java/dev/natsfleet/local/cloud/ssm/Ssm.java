package dev.natsfleet.local.cloud.ssm;

import dev.natsfleet.local.cloud.error.Refusal;
import dev.natsfleet.local.cloud.ssm.SsmCommand.GetParametersByPath;
import dev.natsfleet.local.cloud.ssm.SsmCommand.PutParameter;
import dev.natsfleet.local.cloud.world.World;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The parameter store: names, versions, plain and secure strings. */
public final class Ssm {

  private static final Set<String> TYPES = Set.of("String", "StringList", "SecureString");
  private static final int LARGEST = 4096;

  private final World world;
  private final Map<String, Parameter> parameters = new TreeMap<>();

  public Ssm(World world) {
    this.world = world;
  }

  /** Carries a command out. */
  public SsmResult execute(SsmCommand command) {
    return switch (command) {
      case SsmCommand.GetParameter c -> new SsmResult.One(get(c.name()), c.decrypt());
      case SsmCommand.GetParameters c ->
          new SsmResult.Several(
              c.names().stream().filter(parameters::containsKey).map(this::get).toList(),
              unknown(c.names()),
              c.decrypt());
      case GetParametersByPath c -> below(c);
      case PutParameter c -> put(c);
      case SsmCommand.DeleteParameter c -> {
        parameters.remove(get(c.name()).name());
        yield new SsmResult.Done();
      }
      case SsmCommand.DeleteParameters c -> delete(c.names());
    };
  }

  private Parameter get(String name) {
    Parameter parameter = parameters.get(name);
    if (parameter == null) {
      throw Refusal.of("ParameterNotFound", "Parameter " + name + " not found.");
    }
    return parameter;
  }

  private List<String> unknown(List<String> names) {
    return names.stream().filter(name -> !parameters.containsKey(name)).toList();
  }

  private SsmResult delete(List<String> names) {
    List<String> invalid = unknown(names);
    List<String> deleted = names.stream().filter(parameters::containsKey).toList();
    deleted.forEach(parameters::remove);
    return new SsmResult.Deleted(deleted, invalid);
  }

  private SsmResult below(GetParametersByPath command) {
    String path = command.path().endsWith("/") ? command.path() : command.path() + "/";
    List<Parameter> found =
        parameters.values().stream()
            .filter(parameter -> parameter.name().startsWith(path))
            .filter(
                parameter ->
                    command.recursive() || parameter.name().indexOf('/', path.length()) < 0)
            .toList();
    return new SsmResult.Below(command.page().cut(found, 10, 10), command.decrypt());
  }

  private SsmResult put(PutParameter command) {
    Parameter before = parameters.get(command.name());
    if (before != null && !command.overwrite()) {
      throw Refusal.of(
          "ParameterAlreadyExists",
          "The parameter already exists. To overwrite this value, set the overwrite option in the"
              + " request to true.");
    }
    if (command.value().length() > LARGEST) {
      throw Refusal.of(
          "ValidationException",
          "Standard tier parameters support a maximum parameter value of 4096 characters.");
    }
    long version = before == null ? 1 : before.version() + 1;
    parameters.put(
        command.name(),
        new Parameter(
            command.name(), type(command, before), command.value(), version, world.now()));
    return new SsmResult.Written(version);
  }

  private static String type(PutParameter command, @Nullable Parameter before) {
    String type = command.type() == null && before != null ? before.type() : command.type();
    if (type == null || !TYPES.contains(type)) {
      throw Refusal.of(
          "ValidationException",
          "A parameter type is required when you create a parameter: String, StringList or"
              + " SecureString, not "
              + type
              + ".");
    }
    return type;
  }
}
