package dev.natsfleet.logs.receiver.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FencingTokensTest {

  private static final long MADE = 1_800_000_000L;
  private static final long MANY = 10_000_000_000L;

  @Test
  void shouldGrowWithTheRevisionAndWhenTheBucketIsMadeAnew() {
    assertThat(FencingTokens.of(MADE, 2))
        .isGreaterThan(FencingTokens.of(MADE, 1))
        .isGreaterThan(MANY);
    assertThat(FencingTokens.of(MADE + 8, 1)).isGreaterThan(FencingTokens.of(MADE, MANY));
  }
}
