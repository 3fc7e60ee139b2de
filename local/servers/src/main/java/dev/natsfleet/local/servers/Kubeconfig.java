package dev.natsfleet.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** Writes a kubeconfig with an API server's address, its certificate and a token. */
final class Kubeconfig {

  private Kubeconfig() {}

  static Path write(Path directory, URI server, Path certificate, String token) {
    try {
      String authority = Base64.getEncoder().encodeToString(Files.readAllBytes(certificate));
      return Files.writeString(directory.resolve("kubeconfig"), text(server, authority, token));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(URI server, String authority, String token) {
    return """
    apiVersion: v1
    kind: Config
    current-context: local
    contexts:
      - name: local
        context: {cluster: local, user: admin, namespace: default}
    clusters:
      - name: local
        cluster:
          server: %s
          certificate-authority-data: %s
    users:
      - name: admin
        user: {token: %s}
    """
        .formatted(server, authority, token);
  }
}
