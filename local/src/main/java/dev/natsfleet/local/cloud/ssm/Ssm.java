package dev.natsfleet.local.cloud.ssm;

import dev.natsfleet.local.cloud.error.CloudException;
import dev.natsfleet.local.cloud.ssm.SsmCommand.GetParametersByPath;
import dev.natsfleet.local.cloud.ssm.SsmCommand.PutParameter;
import dev.natsfleet.local.cloud.world.World;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The emulated parameter store of Systems Manager. */
public final class Ssm {

  private static final List<String> TYPES = List.of("SecureString", "StringList", "String");
  private static final int LARGEST = 4096;
  private static final int PAGE = 10;

  private final World world;
  private final ParameterVersions parameters = new ParameterVersions();

  public Ssm(World world) {
    this.world = world;
  }

  /** Executes a command. */
  public SsmResult execute(SsmCommand command) {
    return switch (command) {
      case SsmCommand.GetParameter c ->
          new SsmResult.OneParameter(parameters.get(c.name()), c.decrypt());
      case SsmCommand.GetParameters c -> get(c);
      case GetParametersByPath c -> listByPath(c);
      case PutParameter c -> put(c);
      case SsmCommand.DeleteParameter c -> {
        parameters.remove(parameters.get(c.name()).name());
        yield new SsmResult.Done();
      }
      case SsmCommand.DeleteParameters c -> delete(c.names());
    };
  }

  private SsmResult get(SsmCommand.GetParameters command) {
    ParameterNames.limit(command.names());
    List<String> names = command.names().stream().distinct().toList();
    return new SsmResult.Parameters(
        names.stream().flatMap(name -> parameters.find(name).stream()).toList(),
        names.stream().filter(name -> parameters.find(name).isEmpty()).toList(),
        command.decrypt());
  }

  private SsmResult delete(List<String> names) {
    ParameterNames.limit(names);
    Map<Boolean, List<String>> deleted =
        names.stream().distinct().collect(Collectors.partitioningBy(parameters::remove));
    return new SsmResult.Deleted(
        deleted.getOrDefault(true, List.of()), deleted.getOrDefault(false, List.of()));
  }

  private SsmResult listByPath(GetParametersByPath command) {
    if (!command.path().startsWith("/")) {
      throw CloudException.of(
          "ValidationException",
          "The parameter doesn't meet the parameter name requirements. The parameter name must"
              + " begin with a forward slash \"/\".");
    }
    Integer size = command.page().size();
    if (size != null && size > PAGE) {
      throw CloudException.of(
          "ValidationException",
          "1 validation error detected: Value '"
              + size
              + "' at 'maxResults' failed to satisfy constraint: Member must have value less than or"
              + " equal to 10");
    }
    String path = command.path().endsWith("/") ? command.path() : command.path() + "/";
    List<Parameter> found =
        parameters.all().stream()
            .filter(parameter -> parameter.name().startsWith(path))
            .filter(
                parameter ->
                    command.recursive() || parameter.name().indexOf('/', path.length()) < 0)
            .toList();
    return new SsmResult.ParametersByPath(command.page().cut(found, PAGE, PAGE), command.decrypt());
  }

  private SsmResult put(PutParameter command) {
    ParameterNames.validate(command.name());
    value(command.value());
    Parameter before = parameters.newest(command.name()).orElse(null);
    if (before != null && !command.overwrite()) {
      throw CloudException.of(
          "ParameterAlreadyExists",
          "The parameter already exists. To overwrite this value, set the overwrite option in the"
              + " request to true.");
    }
    String type = type(command, before);
    long version = before == null ? 1 : before.version() + 1;
    parameters.put(new Parameter(command.name(), type, command.value(), version, world.now()));
    return new SsmResult.Written(version);
  }

  private static void value(String value) {
    if (value.isEmpty()) {
      throw CloudException.of(
          "ValidationException",
          "1 validation error detected: Value '' at 'value' failed to satisfy constraint: Member"
              + " must have length greater than or equal to 1.");
    }
    if (value.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
      throw CloudException.of(
          "ValidationException",
          "Standard tier parameters support a maximum parameter value of 4096 characters.");
    }
  }

  private static String type(PutParameter command, @Nullable Parameter before) {
    String type = command.type() == null && before != null ? before.type() : command.type();
    if (type == null) {
      throw CloudException.of(
          "ValidationException", "A parameter type is required when you create a parameter.");
    }
    if (!TYPES.contains(type)) {
      throw CloudException.of(
          "ValidationException",
          "1 validation error detected: Value '"
              + type
              + "' at 'type' failed to satisfy constraint: Member must satisfy enum value set: "
              + TYPES);
    }
    return type;
  }
}
