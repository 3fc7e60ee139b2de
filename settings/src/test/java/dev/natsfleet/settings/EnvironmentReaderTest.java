package dev.natsfleet.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentReaderTest {

  private enum Known implements EnvironmentVariable {
    APP_SERVERS(null),
    APP_PORT("8080"),
    APP_FILE("");

    private final @Nullable String initial;

    Known(@Nullable String initial) {
      this.initial = initial;
    }

    @Override
    public @Nullable String initial() {
      return initial;
    }

    @Override
    public String meaning() {
      return "for a test";
    }
  }

  @Test
  void shouldTakeTheInitialValueOfAnEmptyVariable() throws SettingsException {
    // Given
    EnvironmentReader environment =
        reader(Map.of("APP_SERVERS", " a, ,b ", "APP_PORT", " ", "PATH", "/bin"));

    // Then
    assertThat(environment.list(Known.APP_SERVERS)).containsExactly("a", "b");
    assertThat(environment.<Integer>parsed(Known.APP_PORT, Integer::valueOf)).isEqualTo(8080);
    assertThat(environment.path(Known.APP_FILE)).isEmpty();
    environment.throwProblems();
  }

  @Test
  void shouldNameAPathThatNoFileCanHave() {
    EnvironmentReader environment = reader(Map.of("APP_SERVERS", "a", "APP_FILE", "/a\0b"));

    assertThat(environment.path(Known.APP_FILE)).isEmpty();
    assertThatThrownBy(environment::throwProblems).hasMessageContaining("APP_FILE=/a\0b: ");
  }

  @Test
  void shouldNameEveryProblemWithItsValue() {
    // Given
    EnvironmentReader environment =
        reader(Map.of("APP_PORT", "x", "APP_FILE", "/a", "APP_FILES", "/a"));

    // When
    assertThat(environment.text(Known.APP_SERVERS)).isEmpty();
    assertThat(environment.<Integer>parsed(Known.APP_PORT, EnvironmentReaderTest::port))
        .isEqualTo(8080);
    assertThat(environment.path(Known.APP_FILE)).contains(Path.of("/a"));

    // Then
    assertThatThrownBy(environment::throwProblems)
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            """
            APP_FILES is unknown; known are [APP_FILE, APP_PORT, APP_SERVERS]
            APP_SERVERS is missing: for a test
            APP_PORT=x: is not a number\
            """);
  }

  @Test
  void shouldShowNoSecretOfAUrl() {
    assertThat(reader(Map.of("APP_SERVERS", "nats://me:secret@n1:4222,tls://token@n2")).effective())
        .isEqualTo(Map.of("APP_SERVERS", "nats://***@n1:4222,tls://***@n2", "APP_PORT", "8080"));
  }

  @Test
  void shouldShowNoSecretOfAUrlWithoutAScheme() {
    assertThat(reader(Map.of("APP_SERVERS", "me:secret@n1:4222, token@n2,n3")).effective())
        .isEqualTo(Map.of("APP_SERVERS", "***@n1:4222, ***@n2,n3", "APP_PORT", "8080"));
  }

  @Test
  void shouldShowThePathOfAFileThatHasAnAtSign() {
    assertThat(reader(Map.of("APP_FILE", "/var/log/a@b.log")).effective())
        .containsEntry("APP_FILE", "/var/log/a@b.log");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nats://me:s3cret@n1:4222",
        "me:s3cret@n1:4222",
        "s3cret@n1",
        "n0, tls://s3cret@n1",
        "nats://me:a/s3cret@n1",
        "nats://me:s3cret@b@n1"
      })
  void shouldNotPrintTheSecretOfAUrlThatIsRefused(String value) {
    // Given
    EnvironmentReader environment = reader(Map.of("APP_SERVERS", value));

    // When
    assertThat(environment.parsed(Known.APP_SERVERS, EnvironmentReaderTest::refused, "")).isEmpty();
    environment.list(Known.APP_SERVERS).forEach(url -> environment.check(false, url + " is bad"));

    // Then
    assertThatThrownBy(environment::throwProblems)
        .hasMessageContaining("APP_SERVERS=")
        .hasMessageContaining("***@n1")
        .hasMessageContaining("is no URL")
        .hasMessageContaining(" is bad")
        .hasMessageNotContaining("s3cret");
  }

  private static String refused(String text) {
    throw new IllegalArgumentException(
        text + " is no URL: cannot parse " + text.substring(0, text.lastIndexOf('@')));
  }

  @Test
  void shouldLeaveAloneWhatKubernetesSetsForAService() throws SettingsException {
    // Given Services that are called app and app-web
    Map<String, String> links =
        Map.of(
            "APP_SERVICE_HOST", "10.0.0.1",
            "APP_SERVICE_PORT", "4222",
            "APP_PORT", "tcp://10.0.0.1:4222",
            "APP_WEB_PORT", "tcp://10.0.0.1:4222",
            "APP_WEB_SERVICE_PORT_CLIENT", "4222",
            "APP_PORT_4222_TCP", "tcp://10.0.0.1:4222",
            "APP_PORT_4222_TCP_PROTO", "tcp",
            "APP_PORT_4222_TCP_PORT", "4222",
            "APP_PORT_4222_TCP_ADDR", "10.0.0.1");

    // When
    EnvironmentReader environment = reader(links);

    // Then
    assertThat(environment.<Integer>parsed(Known.APP_PORT, Integer::valueOf)).isEqualTo(8080);
    environment.throwProblems();
    assertThatThrownBy(() -> reader(Map.of("APP_WEB_PORT", "8080")).throwProblems())
        .hasMessageContaining("APP_WEB_PORT is unknown");
  }

  private static EnvironmentReader reader(Map<String, String> values) {
    return new EnvironmentReader(values, "APP_", List.of(Known.values()));
  }

  private static Integer port(String text) {
    if (text.chars().allMatch(Character::isDigit)) {
      return Integer.valueOf(text);
    }
    throw new IllegalArgumentException("is not a number");
  }
}
