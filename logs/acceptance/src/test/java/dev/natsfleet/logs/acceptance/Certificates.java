package dev.natsfleet.logs.acceptance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An authority and certificates of it, as people make them with openssl. */
final class Certificates {

  private final Path directory;

  Certificates(Path directory) throws Exception {
    this.directory = Files.createDirectories(directory);
    ProgramRun.run("openssl", "genpkey", "-algorithm", "RSA", "-out", file("ca.key"));
    certify("ca", List.of());
  }

  /** A key in PKCS#8 and its certificate. */
  void pkcs8(String name) throws Exception {
    ProgramRun.run("openssl", "genpkey", "-algorithm", "RSA", "-out", file(name + ".key"));
    certify(name, List.of("-CA", file("ca.pem"), "-CAkey", file("ca.key")));
  }

  /** A key of an elliptic curve as SEC 1 has it, and its certificate. */
  void ellipticCurve(String name) throws Exception {
    String key = file(name + ".key");
    ProgramRun.run("openssl", "ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", key);
    certify(name, List.of("-CA", file("ca.pem"), "-CAkey", file("ca.key")));
  }

  /** The authority as a JDK trusts it. */
  String trustStore() throws Exception {
    String keytool = Path.of(System.getProperty("java.home"), "bin/keytool").toString();
    String store = file("trust.p12");
    ProgramRun.run(
        "bash",
        "-c",
        "'%s' -importcert -noprompt -alias ca -storepass changeit -keystore '%s' -file '%s'"
            .formatted(keytool, store, file("ca.pem")));
    return store;
  }

  String file(String name) {
    return directory.resolve(name).toString();
  }

  /** Settings of a program that has this name. */
  String[] settings(String name) {
    return new String[] {
      "NATS_CA=" + file("ca.pem"),
      "NATS_CERTIFICATE=" + file(name + ".pem"),
      "NATS_KEY=" + file(name + ".key")
    };
  }

  private void certify(String name, List<String> authority) throws Exception {
    String request =
        "openssl req -new -x509 -days 2 -subj /CN=%s -addext subjectAltName=IP:127.0.0.1 -key %s -out %s"
            .formatted(name, file(name + ".key"), file(name + ".pem"));
    List<String> command = new ArrayList<>(List.of(request.split(" ", -1)));
    command.addAll(authority);
    ProgramRun.run(command.toArray(String[]::new));
  }
}
