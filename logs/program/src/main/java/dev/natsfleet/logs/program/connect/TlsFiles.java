package dev.natsfleet.logs.program.connect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * TLS from PEM files, which are read again for each context.
 *
 * @param certificate of the client with its chain; set together with {@code key}
 * @param key of the certificate
 * @param authorities to trust instead of the JDK's
 */
record TlsFiles(Optional<Path> certificate, Optional<Path> key, Optional<Path> authorities) {

  private static final char[] NO_PASSWORD = new char[0];

  SSLContext context() throws IOException, GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(identity(), NO_PASSWORD);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(authorities.isPresent() ? trusted(authorities.get()) : null);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private KeyStore identity() throws IOException, GeneralSecurityException {
    KeyStore store = empty();
    if (certificate.isPresent() && key.isPresent()) {
      Certificate[] chain = certificates(certificate.get()).toArray(Certificate[]::new);
      store.setKeyEntry("client", Pem.key(key.get()), NO_PASSWORD, chain);
    }
    return store;
  }

  static KeyStore trusted(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = empty();
    for (Certificate authority : certificates(file)) {
      store.setCertificateEntry("ca" + store.size(), authority);
    }
    return store;
  }

  private static KeyStore empty() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, NO_PASSWORD);
    return store;
  }

  static Collection<? extends Certificate> certificates(Path file)
      throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(file)) {
      Collection<? extends Certificate> found =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (found.isEmpty()) {
        throw new CertificateException("it holds no certificate in PEM");
      }
      return found;
    }
  }
}
