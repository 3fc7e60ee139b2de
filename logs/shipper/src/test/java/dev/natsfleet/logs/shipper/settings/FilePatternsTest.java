package dev.natsfleet.logs.shipper.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilePatternsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /a.log, /b.log     | /a.log /b.log
          {a,b}.log          | a.log b.log
          /x/{a,b/c}/*.log   | /x/a/*.log /x/b/c/*.log
          {a,{b,c}}{1,2}     | a1 a2 b1 b2 c1 c2
          [a,b].log,c.log    | [a,b].log c.log
          a\\,b.log           | a\\,b.log
          """)
  void shouldSplitAtCommasAndExpandBraces(String text, String patterns) {
    assertThat(FilePatterns.parse(text)).isEqualTo(List.of(patterns.split(" ")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/var/log/[abc.log", "/var/log/{a,b.log"})
  void shouldNameAPatternThatIsNone(String text) {
    assertThatThrownBy(() -> FilePatterns.parse("/ok.log," + text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(text + " is no pattern");
  }

  @Test
  void shouldLeaveOutWhatIsEmpty() {
    assertThat(FilePatterns.parse(" ,a.log,,")).isEqualTo(Arrays.asList("a.log"));
  }
}
