package dev.natsfleet.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The secrets that a kube-apiserver needs: a key that signs service account tokens, and the token
 * of its only user, who may do everything.
 */
record ApiServerCredentials(Path signingKey, Path tokenFile, String token) {

  private static final int RSA_BITS = 2048;
  private static final int TOKEN_BYTES = 24;

  /** Creates new credentials in this directory. */
  static ApiServerCredentials write(Path directory) {
    byte[] random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    String token = HexFormat.of().formatHex(random);
    try {
      return new ApiServerCredentials(
          Files.writeString(directory.resolve("service-account.key"), signingKeyPem()),
          Files.writeString(
              directory.resolve("tokens.csv"), token + ",admin,admin,\"system:masters\"\n"),
          token);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String signingKeyPem() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(RSA_BITS);
      byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
      String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
      return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has RSA", e);
    }
  }
}
