package dev.natsfleet.local.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.natsfleet.local.cloud.world.Realism;
import dev.natsfleet.local.view.KubernetesDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetOptionsTest {

  private static final String PRODUCTION =
      """
      apiVersion: v1
      kind: Config
      current-context: production
      contexts: [{name: production, context: {cluster: c, user: u}}]
      clusters: [{name: c, cluster: {server: "https://127.0.0.1:6443"}}]
      users: [{name: u, user: {token: t}}]
      """;

  @TempDir Path directory;

  @Test
  void shouldHaveAnApiServerOfItsOwnUnlessAnotherIsNamed() {
    // When
    FleetOptions options = FleetOptions.from(List.of(), System.out);

    // Then
    assertThat(options.kubeconfig()).isNull();
    assertThat(KubernetesDescription.of(options.kubeconfig()))
        .isEqualTo("an API server of its own");
  }

  @Test
  void shouldSayWhichKubernetesItIsGoingToUse() throws IOException {
    // Given
    Path file = Files.writeString(directory.resolve("config"), PRODUCTION);

    // When
    FleetOptions options = FleetOptions.from(List.of("--kubeconfig", file.toString()), System.out);

    // Then
    assertThat(KubernetesDescription.of(options.kubeconfig()))
        .isEqualTo("https://127.0.0.1:6443/, the current context of " + file);
  }

  @Test
  void shouldBeLikeAwsOnlyWhenAsked() {
    assertThat(FleetOptions.from(List.of(), System.out).realism()).isEqualTo(Realism.NONE);
    assertThat(FleetOptions.from(List.of("--like-aws"), System.out).realism())
        .isEqualTo(Realism.LIKE_AWS);
  }

  @Test
  void shouldRefuseOtherArguments() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FleetOptions.from(List.of("--kubeconfig"), System.out))
        .withMessage("the options are --kubeconfig FILE and --like-aws, not --kubeconfig");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FleetOptions.from(List.of("--kubeconfig", "/absent"), System.out))
        .withMessage("there is no file /absent");
  }
}
