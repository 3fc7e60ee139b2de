package dev.natsfleet.logs.program.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys of every form people have, made by openssl. */
class PemTest {

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "RSA,genrsa -traditional 2048",
    "RSA,genpkey -algorithm RSA",
    "EC,ecparam -name prime256v1 -genkey",
    "EC,ecparam -name secp384r1 -genkey -noout",
    "EC,genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256",
    "EdDSA,genpkey -algorithm ed25519"
  })
  void shouldReadAKey(String algorithm, String openssl) throws Exception {
    // Given
    Path key = directory.resolve("key.pem");
    openssl(openssl, key);

    // Then
    assertThat(Pem.key(key).getAlgorithm()).isEqualTo(algorithm);
  }

  @Test
  void shouldSayThatItCannotReadAnEncryptedKey() throws Exception {
    Path key = directory.resolve("key.pem");
    openssl("genpkey -algorithm RSA -aes256 -pass pass:secret", key);

    assertThatThrownBy(() -> Pem.key(key))
        .isInstanceOf(GeneralSecurityException.class)
        .hasMessageContaining("no private key that is not encrypted");
  }

  @Test
  void shouldSayThatAKeyIsCutOff() throws IOException {
    Path key = directory.resolve("key.pem");
    Files.writeString(key, "-----BEGIN EC PRIVATE KEY-----\nMHcC\n-----END EC PRIVATE KEY-----\n");

    assertThatThrownBy(() -> Pem.key(key)).isInstanceOf(GeneralSecurityException.class);
  }

  private static void openssl(String arguments, Path out) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(("openssl " + arguments).split(" "))
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor()).isZero();
  }
}
