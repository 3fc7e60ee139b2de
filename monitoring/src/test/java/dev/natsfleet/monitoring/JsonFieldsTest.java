package dev.natsfleet.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonFieldsTest {

  private record Disk(String name, long bytes) {}

  private record Host(String name, boolean up, double age, List<Disk> disks) {}

  private static final JsonFields<Disk> DISK =
      new JsonFields<Disk>().text("name", "Name", Disk::name).number("bytes", "Size", Disk::bytes);

  private static final JsonFields<Host> HOST =
      new JsonFields<Host>()
          .text("name", "Its name", Host::name)
          .flag("up", "Whether it is up", Host::up)
          .seconds("age", "Time since it started", Host::age)
          .texts("names", "Names of its disks", h -> h.disks().stream().map(Disk::name).toList())
          .maybe("first", "Its first disk", DISK, h -> h.disks().stream().findFirst())
          .list("disks", "Its disks", DISK, Host::disks);

  @Test
  void shouldRenderFieldsInTheirOrder() {
    Host host = new Host("web \"1\"\n\u0001é\\", true, 1.23456, List.of(new Disk("a", -1)));

    assertThat(HOST.render(host).toJson())
        .isEqualTo(
            """
            {"name":"web \\"1\\"\\n\\u0001é\\\\","up":true,"age":1.235,"names":["a"],\
            "first":{"name":"a","bytes":-1},"disks":[{"name":"a","bytes":-1}]}\
            """);
  }

  @Test
  void shouldLeaveOutWhatIsNotThere() {
    assertThat(HOST.render(new Host("", false, 0, List.of())).toJson())
        .isEqualTo(
            """
            {"name":"","up":false,"age":0.0,"names":[],"disks":[]}\
            """);
  }

  @Test
  void shouldPutOneMemberOnALineForPeople() {
    assertThat(HOST.render(new Host("a", true, 1, List.of(new Disk("d", 1)))).toPrettyJson())
        .startsWith(
            """
            {
              "name" : "a",
              "up" : true,
              "age" : 1.0,
              "names" : [ "d" ],
              "first" : {
                "name" : "d",
                "bytes" : 1
              },
              "disks" : [ {
            """);
  }

  @Test
  void shouldWriteNullForANumberThatIsNone() {
    assertThat(new Json.Decimal(Double.NaN).toJson()).isEqualTo("null");
  }

  @Test
  void shouldGiveEachFieldItsMeaning() {
    assertThat(HOST.fields())
        .extracting(JsonFields.Field::name, JsonFields.Field::type, JsonFields.Field::meaning)
        .contains(tuple("up", "flag", "Whether it is up"));
    assertThat(HOST.fields().getLast().inner()).isEqualTo(Optional.of(DISK));
  }
}
