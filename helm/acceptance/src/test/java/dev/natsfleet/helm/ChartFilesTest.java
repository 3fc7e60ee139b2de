package dev.natsfleet.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * What the chart says twice is the same in both places. {@code -Dnatsfleet.generate=true} writes
 * the copies anew.
 */
class ChartFilesTest {

  private static final String CRD = "natsclusters.natsfleet.dev-v1.yml";
  private static final Path README = HelmCommand.ROOT.resolve("helm/README.md");
  private static final String BEGIN = "<!-- values -->\n";
  private static final String END = "<!-- end of values -->\n";

  @Test
  void shouldBringTheCrdOfTheBuild() throws IOException {
    assertFresh(
        HelmCommand.CHART.resolve("files").resolve(CRD),
        Files.readString(HelmCommand.ROOT.resolve("crds/generated").resolve(CRD)));
  }

  @Test
  void shouldTellEveryValueInTheReadme() throws IOException {
    // Given
    String page = Files.readString(README);
    String table = ValuesTable.render(Files.readString(HelmCommand.CHART.resolve("values.yaml")));

    // When
    String fresh =
        page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
            + table
            + page.substring(page.indexOf(END));

    // Then
    assertFresh(README, fresh);
  }

  @Test
  void shouldRunTheVersionOfTheBuild() throws IOException {
    // Given
    String chart = Files.readString(HelmCommand.CHART.resolve("Chart.yaml"));
    String build = Files.readString(HelmCommand.ROOT.resolve("pom.xml"));

    // When
    String version = build.replaceFirst("(?s).*?<version>(.*?)</version>.*", "$1");

    // Then
    assertThat(chart).contains("appVersion: " + version + "\n");
  }

  private static void assertFresh(Path copy, String fresh) throws IOException {
    if (Boolean.getBoolean("natsfleet.generate")) {
      Files.writeString(copy, fresh);
    }
    assertThat(copy)
        .as(
            "stale, write it with: mvn -pl helm/acceptance -am test -Dtest=ChartFilesTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Dnatsfleet.generate=true")
        .content()
        .isEqualTo(fresh);
  }
}
