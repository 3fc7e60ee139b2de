package dev.natsfleet.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A Kubernetes API server with its etcd, and nothing else: no controller collects owned objects,
 * starts pods or deletes namespaces. Ready after about four seconds, about 300 MB.
 */
public final class KubeApiServer implements AutoCloseable {

  private static final int PORT = 6443;
  private static final Duration START_LIMIT = Duration.ofSeconds(90);

  /** An address for documentation (RFC 5737): the server must advertise one, nobody uses it. */
  private static final String ADVERTISED = "192.0.2.1";

  private final Loopback loopback;
  private final Etcd etcd;
  private final ServerProcess process;
  private final Path kubeconfig;

  private KubeApiServer(Loopback loopback, Etcd etcd, ServerProcess process, Path kubeconfig) {
    this.loopback = loopback;
    this.etcd = etcd;
    this.process = process;
    this.kubeconfig = kubeconfig;
  }

  /**
   * Starts both servers on a loopback address of their own and waits until the API is ready.
   *
   * @param directory of data, logs and kubeconfig; made if it is missing
   */
  public static KubeApiServer start(Path directory) {
    createDirectories(directory);
    Loopback loopback = Loopback.claim();
    Etcd etcd = Etcd.start(loopback, directory);
    Credentials credentials = Credentials.write(directory);
    ServerProcess process =
        ServerProcess.start(command(loopback.address(), etcd.endpoint(), credentials, directory));
    URI url = URI.create("https://" + loopback.address() + ":" + PORT);
    try {
      Path certificate = awaitReady(process, url, directory);
      Path kubeconfig = Kubeconfig.write(directory, url, certificate, credentials.token());
      return new KubeApiServer(loopback, etcd, process, kubeconfig);
    } catch (RuntimeException e) {
      etcd.close();
      loopback.close();
      throw e;
    }
  }

  /** A file for kubectl and for Kubernetes clients; its user may do everything. */
  public Path kubeconfig() {
    return kubeconfig;
  }

  /** The process of the API server, without its etcd. */
  public ServerProcess process() {
    return process;
  }

  @Override
  public void close() {
    process.close();
    etcd.close();
    loopback.close();
  }

  /** Waits for the certificate that the server makes for itself, and then for the server. */
  private static Path awaitReady(ServerProcess process, URI url, Path directory) {
    Path certificate = directory.resolve("apiserver.crt");
    process.awaitReady(() -> Files.exists(directory.resolve("apiserver.key")), START_LIMIT);
    try (HttpClient http =
        HttpClient.newBuilder().sslContext(TrustedCertificate.context(certificate)).build()) {
      process.awaitReady(() -> Http.answers200(http, url.resolve("/readyz")), START_LIMIT);
    }
    return certificate;
  }

  private static ServerCommand command(
      String address, URI etcd, Credentials credentials, Path directory) {
    return new ServerCommand(
        "kube-apiserver",
        List.of(
            Tool.KUBE_APISERVER.path().toString(),
            "--etcd-servers=" + etcd,
            "--bind-address=" + address,
            "--secure-port=" + PORT,
            "--advertise-address=" + ADVERTISED,
            "--endpoint-reconciler-type=none",
            "--cert-dir=" + directory,
            "--service-account-issuer=https://kubernetes.default.svc",
            "--service-account-key-file=" + credentials.signingKey(),
            "--service-account-signing-key-file=" + credentials.signingKey(),
            "--service-cluster-ip-range=10.0.0.0/24",
            "--token-auth-file=" + credentials.tokenFile(),
            "--authorization-mode=RBAC",
            "--disable-admission-plugins=ServiceAccount"),
        directory);
  }

  private static void createDirectories(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
