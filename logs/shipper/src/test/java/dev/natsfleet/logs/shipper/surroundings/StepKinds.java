package dev.natsfleet.logs.shipper.surroundings;

import java.util.List;

/** Every kind of step, as a table of phrases. */
final class StepKinds {

  private static final int TURN_MILLIS = 250;

  /** What writers do. */
  private static final List<StepKind> WRITERS =
      List.of(
          kind(
              12,
              "write <1-4> lines to <log>",
              (w, at) -> w.actions().write(number(at), at.get(1))),
          kind(
              3,
              "write <5-12> lines to <log>",
              (w, at) -> w.actions().write(number(at), at.get(1))),
          kind(
              2,
              "make <log>, write <1|2|3> lines and delete it",
              (w, at) -> {
                w.actions().write(Integer.parseInt(at.get(1)), at.getFirst());
                w.actions().delete(at.getFirst());
              }),
          kind(
              1,
              "make directory pods/<a|b>, write <1|2> lines there and remove it",
              (w, at) ->
                  w.actions().passDirectory(Integer.parseInt(at.get(1)), "pods/" + at.getFirst())),
          kind(1, "make a link in links and delete it", (w, at) -> w.actions().passLink()),
          kind(2, "create <log>", (w, at) -> w.actions().create(at.getFirst())),
          kind(
              2,
              "the writer of <log> keeps its file open",
              (w, at) -> w.actions().hold(at.getFirst())),
          kind(
              4,
              "write <1-3> lines to the open file of <log>",
              (w, at) -> w.actions().writeHeld(number(at), at.get(1))),
          kind(
              2,
              "reserve <50-300> bytes in <log>",
              (w, at) -> w.actions().reserve(number(at), at.get(1))),
          kind(3, "write half a line to <log>", (w, at) -> w.bytes().begin(at.getFirst())),
          kind(
              2,
              "write the other half of the line of <log>",
              (w, at) -> w.bytes().finish(at.getFirst())),
          kind(
              2,
              "write over line <1-6> from the end of <log>",
              (w, at) -> w.bytes().overwrite(number(at), at.get(1))),
          kind(
              1,
              "give back the reserved bytes of <log>",
              (w, at) -> w.actions().giveBack(at.getFirst())));

  /** What rotations do. */
  private static final List<StepKind> ROTATIONS =
      List.of(
          kind(6, "rotate <log>", (w, at) -> w.rotation().rotate(at.getFirst())),
          kind(2, "copy <log> to a rotated name", (w, at) -> w.rotation().copy(at.getFirst())),
          kind(3, "empty <log>", (w, at) -> w.actions().empty(at.getFirst())),
          kind(
              3,
              "pack the newest rotated file of <log>",
              (w, at) -> w.rotation().pack(at.getFirst())),
          kind(
              1,
              "delete the oldest rotated file of <log>",
              (w, at) -> w.rotation().deleteOldest(at.getFirst())),
          kind(
              1,
              "move the newest rotated file of <log> to another directory",
              (w, at) -> w.rotation().archive(at.getFirst())),
          kind(
              1,
              "rename the newest rotated file of <log> back",
              (w, at) -> w.rotation().undo(at.getFirst())));

  /** What people do. */
  private static final List<StepKind> PEOPLE =
      List.of(
          kind(2, "delete <log>", (w, at) -> w.actions().delete(at.getFirst())),
          kind(
              1,
              "rename <log> over <log>",
              (w, at) -> w.actions().rename(at.getFirst(), at.get(1))),
          kind(
              1,
              "link <log> from a directory that is not shipped",
              (w, at) -> w.actions().keep(at.getFirst())),
          kind(
              1,
              "link <log> also as <log>",
              (w, at) -> w.actions().alias(at.getFirst(), at.get(1))),
          kind(
              2,
              "make directory pods/<a|b>",
              (w, at) -> w.actions().makeDirectory("pods/" + at.getFirst())),
          kind(
              1,
              "remove directory pods/<a|b>",
              (w, at) -> w.actions().removeDirectory("pods/" + at.getFirst())),
          kind(
              1,
              "rename directory pods/<a|b> to pods/<a|b>",
              (w, at) -> w.actions().moveDirectory("pods/" + at.getFirst(), "pods/" + at.get(1))),
          kind(
              1,
              "let links/sys.log lead to store/<1|2>",
              (w, at) -> w.actions().leadLink(at.getFirst())),
          kind(1, "let links/sys.log lead in a circle", (w, at) -> w.actions().leadInACircle()),
          kind(
              1,
              "let directory named lead to real/<1|2>",
              (w, at) -> w.actions().leadDirectory(at.getFirst())));

  /** What the shipper may read. */
  private static final List<StepKind> RIGHTS =
      List.of(
          kind(2, "file <log> cannot be read", (w, at) -> w.rights().close(at.getFirst())),
          kind(2, "file <log> can be read again", (w, at) -> w.rights().open(at.getFirst())),
          kind(
              1,
              "directory <logs|pods|pods/a|store/1|real/1> has mode <-wx--x--x|rw-r--r--|--------->",
              (w, at) -> w.rights().limit(at.getFirst(), at.get(1))),
          kind(
              1,
              "directory <logs|pods|pods/a|store/1|real/1> can be read again",
              (w, at) -> w.rights().openDirectory(at.getFirst())));

  /** What happens to the shipper. */
  private static final List<StepKind> SHIPPER =
      List.of(
          kind(6, "the shipper looks", (w, at) -> w.shipper().look()),
          kind(6, "the shipper reads", (w, at) -> w.shipper().read()),
          kind(3, "the stream acknowledges", (w, at) -> w.shipper().settle()),
          kind(2, "the shipper writes its checkpoint", (w, at) -> w.shipper().save()),
          kind(8, "the shipper works for <1-12> s", (w, at) -> work(w, number(at))),
          kind(2, "the shipper is stopped", (w, at) -> w.shipper().stop()),
          kind(
              2,
              "the shipper is killed with <0-3> messages on their way",
              (w, at) -> kill(w, number(at))),
          kind(
              1,
              "the connection breaks with <0-3> messages on their way",
              (w, at) -> w.shipper().disconnect(number(at))),
          kind(1, "the kernel loses events", (w, at) -> w.kernel().overflow()),
          kind(1, "no more watches are left", (w, at) -> w.kernel().exhausted(true)),
          kind(1, "watches are left again", (w, at) -> w.kernel().exhausted(false)));

  /** All kinds. */
  static final List<StepKind> ALL =
      List.of(WRITERS, ROTATIONS, PEOPLE, RIGHTS, SHIPPER).stream().flatMap(List::stream).toList();

  private StepKinds() {}

  /** The program runs for so long. */
  static void work(SurroundingsWorld world, int seconds) throws Exception {
    for (int millis = 0; millis < seconds * 1000; millis += TURN_MILLIS) {
      world.shipper().turn();
      world.shipper().pass(TURN_MILLIS);
    }
  }

  private static void kill(SurroundingsWorld world, int arriving) throws Exception {
    world.shipper().kill(arriving);
    world.actions().forget(arriving > 0);
  }

  private static StepKind kind(int weight, String phrase, StepKind.FileEffect effect) {
    return new StepKind(new StepPhrase(phrase), weight, effect);
  }

  private static int number(List<String> words) {
    return Integer.parseInt(words.getFirst());
  }
}
