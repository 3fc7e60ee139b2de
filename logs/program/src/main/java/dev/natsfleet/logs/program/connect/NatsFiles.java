package dev.natsfleet.logs.program.connect;

import dev.natsfleet.logs.program.settings.NatsSettings;
import dev.natsfleet.logs.program.settings.Variable;
import dev.natsfleet.settings.EnvironmentReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;

/** Checks the files that a connection will need, before there is one. */
public final class NatsFiles {

  private static final String CREDENTIALS = "-----BEGIN NATS USER JWT-----";

  private NatsFiles() {}

  /** Adds a problem for each file that holds something else than it should. */
  public static void check(EnvironmentReader environment, NatsSettings settings) {
    readable(settings.authorities())
        .ifPresent(
            file ->
                attempt(environment, Variable.NATS_CA, file, () -> TlsFiles.trusted(file).size()));
    readable(settings.key())
        .ifPresent(file -> attempt(environment, Variable.NATS_KEY, file, () -> Pem.key(file)));
    readable(settings.certificate())
        .ifPresent(
            file ->
                attempt(
                    environment,
                    Variable.NATS_CERTIFICATE,
                    file,
                    () -> TlsFiles.certificates(file).size()));
    readable(settings.credentials())
        .ifPresent(
            file -> attempt(environment, Variable.NATS_CREDS, file, () -> credentials(file)));
  }

  /** A file that cannot be read is a problem already. */
  private static Optional<Path> readable(Optional<Path> file) {
    return file.filter(Files::isReadable);
  }

  private static Object credentials(Path file) throws IOException {
    String text = Files.readString(file);
    if (!text.contains(CREDENTIALS)) {
      throw new IOException("it holds no user JWT, as nsc writes it");
    }
    return text.length();
  }

  private static void attempt(
      EnvironmentReader environment, Variable variable, Path file, Attempt attempt) {
    try {
      attempt.read();
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      environment.check(
          false, "%s=%s cannot be used: %s".formatted(variable, file, e.getMessage()));
    }
  }

  /** Something to read from a file. */
  private interface Attempt {
    Object read() throws IOException, GeneralSecurityException;
  }
}
