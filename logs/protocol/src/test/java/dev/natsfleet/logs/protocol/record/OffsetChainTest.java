package dev.natsfleet.logs.protocol.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OffsetChainTest {

  private final OffsetChain offsetChain = new OffsetChain();

  @BeforeEach
  void beAtByteHundredOfGenerationTwo() {
    offsetChain.restore(1, 50);
    offsetChain.restore(2, 100);
  }

  @Test
  void shouldAppendWhatBeginsAtTheEnd() {
    assertThat(judge(2, 100, 10)).isEqualTo(new JoinResult.Append(0, 0));
  }

  @Test
  void shouldMoveItsEndOnlyWhenToldSo() {
    judge(2, 100, 10);
    assertThat(judge(2, 110, 10)).isEqualTo(new JoinResult.Gap(2, 100));

    offsetChain.append(header(2, 100, 10));
    assertThat(judge(2, 110, 10)).isEqualTo(new JoinResult.Append(0, 0));
  }

  @Test
  void shouldTrimWhatBeginsBeforeTheEnd() {
    assertThat(judge(2, 95, 10)).isEqualTo(new JoinResult.Append(5, 0));
    assertThat(judge(2, 90, 10)).isEqualTo(new JoinResult.Duplicate());
  }

  @Test
  void shouldFollowAWriterThatStillAppendsToTheRotatedFile() {
    assertThat(judge(1, 50, 10)).isEqualTo(new JoinResult.Append(0, 0));
    assertThat(judge(1, 51, 10)).isEqualTo(new JoinResult.Gap(1, 50));
  }

  @Test
  void shouldJoinAnywhereAtFirst() {
    assertThat(new OffsetChain().judge(header(9, 1000, 1), Optional.empty()))
        .isEqualTo(new JoinResult.Append(0, 0));
  }

  @Test
  void shouldOpenAGenerationWhoseForerunnerIsComplete() {
    assertThat(open(3, new GenerationStart("f", 2, 100, 0))).isEqualTo(new JoinResult.Append(0, 0));
    assertThat(open(3, new GenerationStart("f", 2, 100, 7))).isEqualTo(new JoinResult.Append(0, 7));
  }

  @Test
  void shouldWaitForTheRestOfTheForerunner() {
    assertThat(open(3, new GenerationStart("f", 2, 101, 0))).isEqualTo(new JoinResult.Gap(2, 100));
    assertThat(open(4, new GenerationStart("f", 3, 10, 0))).isEqualTo(new JoinResult.Gap(2, 100));
    assertThat(judge(3, 0, 10)).isEqualTo(new JoinResult.Gap(3, 0));
    assertThat(judge(3, 10, 10)).isEqualTo(new JoinResult.Gap(3, 0));
  }

  @Test
  void shouldDropGenerationsThatAreLongForgotten() {
    for (int generation = 3; generation < 12; generation++) {
      offsetChain.restore(generation, 10);
    }
    assertThat(judge(1, 50, 10)).isEqualTo(new JoinResult.Duplicate());
    assertThat(offsetChain.ends()).hasSize(8);
  }

  private JoinResult judge(long generation, long start, int length) {
    return offsetChain.judge(header(generation, start, length), Optional.empty());
  }

  private JoinResult open(long generation, GenerationStart generationStart) {
    return offsetChain.judge(header(generation, 0, 10), Optional.of(generationStart));
  }

  private static RecordHeader header(long generation, long start, int length) {
    return new RecordHeader(1, generation, start, length, 0, 1, 1);
  }
}
