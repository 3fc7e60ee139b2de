package dev.natsfleet.local.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class LoopbackAddressTest {

  @Test
  void shouldKeepOthersOffUntilItIsClosed() throws Exception {
    // Given
    LoopbackAddress mine = LoopbackAddress.claim();
    InetAddress address = InetAddress.getByName(mine.address());

    // When, Then
    assertThat(address.isLoopbackAddress()).isTrue();
    assertThatThrownBy(() -> new ServerSocket(LoopbackAddress.GUARD_PORT, 1, address))
        .isInstanceOf(BindException.class);
    mine.close();
    try (ServerSocket next = new ServerSocket(LoopbackAddress.GUARD_PORT, 1, address)) {
      assertThat(next.isBound()).isTrue();
    }
  }

  @Test
  void shouldGiveEachHolderItsOwnAddress() {
    try (LoopbackAddress one = LoopbackAddress.claim();
        LoopbackAddress two = LoopbackAddress.claim()) {
      assertThat(one.address()).isNotEqualTo(two.address());
    }
  }
}
