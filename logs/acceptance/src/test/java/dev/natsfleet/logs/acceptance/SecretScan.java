package dev.natsfleet.logs.acceptance;

import dev.natsfleet.monitoring.UnixSocketClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Looks for the secrets of a program's environment in everything that it says and shows. */
final class SecretScan {

  private static final List<String> PAGES = List.of("/status", "/metrics", "/healthz");
  private static final long PATIENCE_SECONDS = 5;
  private static final int LEAST = 20; // characters of a line that is a key or a token

  private final List<String> secrets = new ArrayList<>();
  private final Path state;
  private final Path output;

  /** Of a program that writes to a file. */
  SecretScan(Map<String, String> environment, Path output) throws IOException {
    this.state = Path.of(environment.getOrDefault("SHIPPER_STATE", ""));
    this.output = output;
    for (String url : environment.getOrDefault("NATS_URL", "").split(",", -1)) {
      addUser(url);
    }
    for (String name : List.of("NATS_CREDS", "NATS_KEY")) {
      addLines(Path.of(environment.getOrDefault(name, "")));
    }
  }

  /** How many there are to look for. */
  int count() {
    return secrets.size();
  }

  /** Fails when the program has written one. */
  void checkOutput() {
    try {
      check(output.toString(), Files.readString(output, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fails when a page shows one; gives how many answered: a program may be paused or ending. */
  int checkPages() throws InterruptedException {
    int answered = 0;
    for (Path socket : sockets()) {
      for (String page : PAGES) {
        String text = read(socket, page);
        answered += text.isEmpty() ? 0 : 1;
        check(page, text);
      }
    }
    return answered;
  }

  private void check(String place, String text) {
    for (String secret : secrets) {
      int at = text.indexOf(secret);
      if (at >= 0) {
        throw new AssertionError(
            "a secret is in %s: …%s"
                .formatted(place, text.substring(Math.max(0, at - 200), at + secret.length())));
      }
    }
  }

  private List<Path> sockets() {
    List<Path> sockets = new ArrayList<>();
    if (Files.isDirectory(state)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(state, "*.sock")) {
        found.forEach(sockets::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return sockets;
  }

  private static String read(Path socket, String page) throws InterruptedException {
    CompletableFuture<String> body = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                body.complete(UnixSocketClient.get(socket, page).body());
              } catch (IOException e) {
                body.completeExceptionally(e);
              }
            });
    try {
      return body.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      return ""; // nobody can read it, the scan neither
    }
  }

  /** User and password, or a token. */
  private void addUser(String url) {
    int end = url.lastIndexOf('@');
    if (end >= 0) {
      String user = url.substring(url.indexOf("//") + 2, end);
      secrets.add(user.substring(user.indexOf(':') + 1));
    }
  }

  /** A key or token is a long line without a space. */
  private void addLines(Path file) throws IOException {
    if (Files.isRegularFile(file)) {
      Files.readAllLines(file).stream()
          .filter(line -> line.length() >= LEAST && !line.contains(" ") && !line.startsWith("-"))
          .forEach(secrets::add);
    }
  }
}
