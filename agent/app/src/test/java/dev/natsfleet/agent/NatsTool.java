package dev.natsfleet.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The pinned nats-server, from the project's own tool resolver. */
public final class NatsTool {

  private static final Path SERVER = resolve();

  private NatsTool() {}

  /** Path of the program. */
  public static Path server() {
    return SERVER;
  }

  private static Path resolve() {
    Path resolver = Path.of(System.getProperty("natsfleet.root"), "tools", "tool");
    try {
      Process process =
          new ProcessBuilder(resolver.toString(), "nats-server")
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      byte[] said = process.getInputStream().readAllBytes();
      return Path.of(new String(said, StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
