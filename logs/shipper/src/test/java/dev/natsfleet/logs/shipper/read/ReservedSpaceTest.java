package dev.natsfleet.logs.shipper.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.shipper.files.Source;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A writer has reserved 1 GiB, and fills it line by line. */
class ReservedSpaceTest {

  private static final long SIZE = 1L << 30;
  private static final long MINUTE = 60_000_000_000L;

  private final ReservedSpace space = new ReservedSpace();
  private long end = SIZE;
  private long read;

  @Test
  void shouldNotReadAllOfItForEachLine() throws Exception {
    for (int line = 0; line < 20; line++) {
      assertThat(look(line * 100L, 0)).isEqualTo(-1);
    }

    assertThat(read).isLessThan(SIZE + 40 * ReservedSpace.NEAR);
    assertThat(space.isPartlySeen()).isTrue();
  }

  @Test
  void shouldFindWhatStandsFarBehindAfterAWhile() throws Exception {
    look(0, 0);
    end = SIZE / 2;

    assertThat(look(100, 1)).isEqualTo(-1);
    assertThat(space.isDue(1)).isFalse();
    assertThat(space.isDue(2 * MINUTE)).isTrue();
    assertThat(look(100, 2 * MINUTE)).isEqualTo(end);
    assertThat(space.isDue(10 * MINUTE)).isFalse();
  }

  private long look(long from, long now) throws IOException {
    return space.firstByteBehind(new Zeros(), from, now);
  }

  /** Has one byte at {@link #end} that is no zero. */
  private final class Zeros implements Source {

    @Override
    public int read(long position, byte[] to, int from, int length) {
      int count = Math.clamp(SIZE - position, 0, length);
      Arrays.fill(to, from, from + count, (byte) 0);
      if (end >= position && end < position + count) {
        to[from + (int) (end - position)] = 1;
      }
      read += count;
      return count;
    }

    @Override
    public long size() {
      return SIZE;
    }

    @Override
    public void close() {
      end = 0;
    }
  }
}
