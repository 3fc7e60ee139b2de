package dev.natsfleet.logs.shipper.surroundings;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * Takes root's right to read every file from this thread for a while, so that permissions count for
 * root, too. Who has no such right loses none.
 */
final class OrdinaryUser {

  private static final int VERSION_3 = 0x20080522;
  private static final int OVERRIDE_AND_SEARCH = 1 << 1 | 1 << 2;
  private static final long HEADER = 8;
  private static final long SETS = 24;
  private static final Optional<MethodHandle> GET = function("capget");
  private static final Optional<MethodHandle> SET = function("capset");

  private final int before;

  OrdinaryUser() {
    this.before = exchange(0, OVERRIDE_AND_SEARCH);
  }

  /** Gives back what was taken. */
  void restore() {
    exchange(before & OVERRIDE_AND_SEARCH, 0);
  }

  /** Adds rights to the effective ones of this thread, and takes others; gives those before. */
  private static int exchange(int added, int taken) {
    if (GET.isEmpty() || SET.isEmpty()) {
      return 0; // no Linux, where root is seldom
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment header = arena.allocate(HEADER);
      MemorySegment sets = arena.allocate(SETS);
      header.set(ValueLayout.JAVA_INT, 0, VERSION_3);
      check((int) GET.get().invokeExact(header, sets));
      int effective = sets.get(ValueLayout.JAVA_INT, 0);
      sets.set(ValueLayout.JAVA_INT, 0, (effective | added) & ~taken);
      check((int) SET.get().invokeExact(header, sets));
      return effective;
    } catch (Throwable e) {
      throw new IllegalStateException("the rights of this thread cannot be changed", e);
    }
  }

  private static void check(int result) {
    if (result != 0) {
      throw new IllegalStateException("the kernel refuses");
    }
  }

  @SuppressWarnings("restricted")
  private static Optional<MethodHandle> function(String name) {
    FunctionDescriptor shape =
        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS);
    SymbolLookup functions = Linker.nativeLinker().defaultLookup();
    return functions
        .find(name)
        .map(address -> Linker.nativeLinker().downcallHandle(address, shape));
  }
}
