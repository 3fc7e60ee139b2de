package dev.natsfleet.local.fleet;

import dev.natsfleet.local.jvm.ClassPath;
import dev.natsfleet.local.jvm.JavaProgram;
import dev.natsfleet.local.proc.ExternalCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The project's own programs, as built in the repository. */
public final class ProjectPrograms {

  private ProjectPrograms() {}

  /** The root of the repository; launcher and build set the system property. */
  public static Path root() {
    return Path.of(System.getProperty("natsfleet.root", ".")).toAbsolutePath().normalize();
  }

  /** The agent of a node. */
  public static JavaProgram agent() {
    return program("agent/app", "dev.natsfleet.agent.AgentMain", JavaProgram.SMALL);
  }

  /** The operator. */
  public static JavaProgram operator() {
    return program("operator/app", "dev.natsfleet.operator.OperatorMain", JavaProgram.MEDIUM);
  }

  /** The emulated cloud, whose instances are processes. */
  public static JavaProgram cloud() {
    return program("local", "dev.natsfleet.local.fleet.CloudMain", JavaProgram.MEDIUM)
        .with("-Dnatsfleet.root=" + root(), "-Dlogback.configurationFile=logback-local.xml");
  }

  /** The AWS CLI. */
  public static Path aws() {
    return Path.of(
        new ExternalCommand(List.of(root().resolve("tools/tool").toString(), "aws"), Map.of())
            .run()
            .lines()
            .toList()
            .getLast());
  }

  private static JavaProgram program(String module, String main, List<String> flags) {
    return new JavaProgram(main, ClassPath.ofModule(root().resolve(module)), flags);
  }
}
