package dev.natsfleet.logs.protocol.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectsTest {

  @ParameterizedTest
  @CsvSource({"'',811c9dc5", "a,e40c292c", "foobar,bf9cf968"})
  void shouldHashAsFnvDescribesIt(String text, String hash) {
    // the test vectors of draft-eastlake-fnv
    assertThat(Integer.toHexString(Subjects.fnv32a(text))).isEqualTo(hash);
  }

  @Test
  void shouldPutEveryHostIntoPartitionZeroWithoutPartitions() {
    assertThat(Subjects.partition("web1.example.net", 0)).isZero();
  }

  @Test
  void shouldTakeTheHashAsUnsigned() {
    // e40c292c is negative as an int
    assertThat(Subjects.partition("a", 10)).isEqualTo((int) (0xe40c292cL % 10));
  }

  @Test
  void shouldFindTheHostAgain() {
    // Given
    String subject = Subjects.subject("shipper", 3, "web1.example.net");

    // When / Then
    assertThat(subject).isEqualTo("shipper.p3.web1.example.net");
    assertThat(Subjects.host(Subjects.hostPrefix("shipper", 3), subject))
        .isEqualTo("web1.example.net");
    assertThat(Subjects.host(Subjects.hostPrefix("shipper", 30), subject)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "a..b", ".a", "a.", "a/b", "a b", "*", ">", "grün"})
  void shouldRefuseHostsThatAreNoNames(String host) {
    assertThat(Subjects.isHost(host)).isFalse();
  }

  @Test
  void shouldAcceptHosts() {
    assertThat(Subjects.isHost("Web_1.example-2.NET")).isTrue();
    assertThat(Subjects.isHost("a".repeat(256))).isFalse();
  }
}
