package dev.natsfleet.simulation.fault;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Every kind of fault. */
public final class FaultTable {

  private static final List<FaultKind> KINDS =
      Stream.of(
              CallFaultKinds.kinds(),
              ProcessFaultKinds.kinds(),
              MachineFaultKinds.kinds(),
              PersonFaultKinds.kinds(),
              ResourceFaultKinds.kinds())
          .flatMap(List::stream)
          .toList();

  private FaultTable() {}

  /** The phrases, with their places; those of faults that last end in {@code for <seconds>s}. */
  public static List<String> phrases() {
    return KINDS.stream()
        .map(kind -> kind.phrase().text() + (kind.lasting() ? " for <seconds>s" : ""))
        .toList();
  }

  /** The kind of a sentence with the words in its places. */
  static Optional<FaultKind> find(String sentence) {
    return KINDS.stream().filter(kind -> kind.phrase().match(sentence).isPresent()).findFirst();
  }

  /** Draws a sentence; one of these phrases is never drawn. */
  static String draw(RandomGenerator random, List<String> excluded) {
    List<FaultKind> kinds =
        KINDS.stream().filter(kind -> !excluded.contains(kind.phrase().text())).toList();
    int total = kinds.stream().mapToInt(FaultKind::weight).sum();
    int ticket = random.nextInt(total);
    for (FaultKind kind : kinds) {
      ticket -= kind.weight();
      if (ticket < 0) {
        return kind.phrase().fill(kind.phrase().draw(random));
      }
    }
    throw new IllegalStateException("the weights do not add up");
  }
}
