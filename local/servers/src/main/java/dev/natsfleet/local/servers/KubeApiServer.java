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
 * A Kubernetes API server with its etcd and without controllers: nothing garbage-collects owned
 * objects, starts pods or deletes namespaces. It is ready after about four seconds and takes about
 * 300 MB.
 */
public final class KubeApiServer implements AutoCloseable {

  private static final int PORT = 6443;
  private static final Duration START_LIMIT = Duration.ofSeconds(90);

  /**
   * An address for documentation (RFC 5737): the server must advertise an address, but nobody uses
   * it.
   */
  private static final String ADVERTISED = "192.0.2.1";

  private final LoopbackAddress loopbackAddress;
  private final Etcd etcd;
  private final ServerProcess process;
  private final Path kubeconfig;

  private KubeApiServer(
      LoopbackAddress loopbackAddress, Etcd etcd, ServerProcess process, Path kubeconfig) {
    this.loopbackAddress = loopbackAddress;
    this.etcd = etcd;
    this.process = process;
    this.kubeconfig = kubeconfig;
  }

  /**
   * Starts both servers on a loopback address of their own and waits until the API is ready.
   *
   * @param directory where data, logs and kubeconfig go; created if it is missing
   */
  public static KubeApiServer start(Path directory) {
    return start(directory, List.of());
  }

  /**
   * The same with more arguments.
   *
   * @param arguments of the API server, such as where its audit log goes
   */
  public static KubeApiServer start(Path directory, List<String> arguments) {
    createDirectories(directory);
    LoopbackAddress loopbackAddress = LoopbackAddress.claim();
    Etcd etcd = Etcd.start(loopbackAddress, directory);
    ApiServerCredentials apiServerCredentials = ApiServerCredentials.write(directory);
    ServerProcess process =
        ServerProcess.start(
            command(loopbackAddress.address(), etcd.endpoint(), apiServerCredentials, directory)
                .with(arguments));
    URI url = URI.create("https://" + loopbackAddress.address() + ":" + PORT);
    try {
      Path certificate = awaitReady(process, url, directory);
      Path kubeconfig = Kubeconfig.write(directory, url, certificate, apiServerCredentials.token());
      return new KubeApiServer(loopbackAddress, etcd, process, kubeconfig);
    } catch (RuntimeException e) {
      etcd.close();
      loopbackAddress.close();
      throw e;
    }
  }

  /** The kubeconfig for kubectl and Kubernetes clients; its user may do everything. */
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
    loopbackAddress.close();
  }

  /** Waits for the server's self-signed certificate, and then for the server. */
  private static Path awaitReady(ServerProcess process, URI url, Path directory) {
    Path certificate = directory.resolve("apiserver.crt");
    process.awaitReady(() -> Files.exists(directory.resolve("apiserver.key")), START_LIMIT);
    try (HttpClient http =
        HttpClient.newBuilder().sslContext(TrustedCertificate.context(certificate)).build()) {
      process.awaitReady(() -> HttpProbe.isOk(http, url.resolve("/readyz")), START_LIMIT);
    }
    return certificate;
  }

  private static ServerCommand command(
      String address, URI etcd, ApiServerCredentials apiServerCredentials, Path directory) {
    return new ServerCommand(
        "kube-apiserver",
        List.of(
            PinnedTool.KUBE_APISERVER.path().toString(),
            "--etcd-servers=" + etcd,
            "--bind-address=" + address,
            "--secure-port=" + PORT,
            "--advertise-address=" + ADVERTISED,
            "--endpoint-reconciler-type=none",
            "--cert-dir=" + directory,
            "--service-account-issuer=https://kubernetes.default.svc",
            "--service-account-key-file=" + apiServerCredentials.signingKey(),
            "--service-account-signing-key-file=" + apiServerCredentials.signingKey(),
            "--service-cluster-ip-range=10.0.0.0/24",
            "--token-auth-file=" + apiServerCredentials.tokenFile(),
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
