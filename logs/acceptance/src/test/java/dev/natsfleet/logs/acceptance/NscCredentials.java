package dev.natsfleet.logs.acceptance;

import io.nats.client.NKey;
import io.nats.client.support.JsonSerializable;
import io.nats.client.support.JwtUtils;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

/** What {@code nsc} makes: an operator, an account with JetStream, and users' credentials. */
final class NscCredentials {

  private static final String ACCOUNT =
      "{\"type\":\"account\",\"version\":2,\"limits\":{\"subs\":-1,\"data\":-1,\"payload\":-1,"
          + "\"imports\":-1,\"exports\":-1,\"wildcards\":true,\"conn\":-1,\"leaf\":-1,"
          + "\"mem_storage\":-1,\"disk_storage\":-1,\"streams\":-1,\"consumer\":-1}}";

  private final NKey operator = NKey.createOperator(new SecureRandom());
  private final NKey account = NKey.createAccount(new SecureRandom());
  private final NKey system = NKey.createAccount(new SecureRandom());

  NscCredentials() throws GeneralSecurityException, IOException {
    // keys only
  }

  /** Lines of a server's configuration. */
  String configuration() throws GeneralSecurityException, IOException {
    return """
        operator: %s
        system_account: %s
        resolver: MEMORY
        resolver_preload: { %s: %s, %s: %s }
        """
        .formatted(
            token(operator, "{\"type\":\"operator\",\"version\":2}"),
            publicKey(system),
            publicKey(account),
            token(account, ACCOUNT),
            publicKey(system),
            token(system, "{\"type\":\"account\",\"version\":2}"));
  }

  /** The content of a user's credentials file. */
  String credentials(String user) throws GeneralSecurityException, IOException {
    NKey key = NKey.createUser(new SecureRandom());
    String token = JwtUtils.issueUserJWT(account, publicKey(account), publicKey(key), user);
    return JwtUtils.NATS_USER_JWT_FORMAT.formatted(token, String.valueOf(key.getSeed()));
  }

  private String token(NKey of, String claims) throws GeneralSecurityException, IOException {
    JsonSerializable nats = () -> claims;
    long now = JwtUtils.currentTimeSeconds();
    return JwtUtils.issueJWT(
        operator, publicKey(of), publicKey(of), null, now, publicKey(operator), nats);
  }

  private static String publicKey(NKey key) throws GeneralSecurityException, IOException {
    return String.valueOf(key.getPublicKey());
  }
}
