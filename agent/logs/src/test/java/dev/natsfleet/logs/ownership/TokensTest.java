package dev.natsfleet.logs.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokensTest {

  private static final long MADE = 1_800_000_000L;
  private static final long MANY = 10_000_000_000L;

  @Test
  void shouldGrowWithTheRevisionAndWhenTheBucketIsMadeAnew() {
    assertThat(Tokens.of(MADE, 2)).isGreaterThan(Tokens.of(MADE, 1)).isGreaterThan(MANY);
    assertThat(Tokens.of(MADE + 8, 1)).isGreaterThan(Tokens.of(MADE, MANY));
  }
}
