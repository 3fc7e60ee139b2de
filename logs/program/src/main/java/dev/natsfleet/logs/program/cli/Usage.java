package dev.natsfleet.logs.program.cli;

import dev.natsfleet.logs.program.settings.ProgramName;
import dev.natsfleet.logs.program.settings.Variable;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/** What {@code --help} and {@code --version} print. */
final class Usage {

  private Usage() {}

  /** The arguments in a line. */
  static String line(String name) {
    return "usage: " + name + " [status [--watch | --help] | --help | --version]";
  }

  /** Arguments and variables; a program ignores those of the other. */
  static String of(String name, ProgramName program) {
    return """
        %s

        Without arguments it works until a signal comes. status asks the running program, at SHIPPER_LISTEN when that
        is set, else through the socket in the state directory. status --help explains its columns.
        Exit codes: 2 when the environment cannot be used, 1 when files cannot, 143 or 130 after a signal.

        It reads these variables of its environment:
        %s"""
        .formatted(line(name), variables(program));
  }

  /** The version of the program's archive. */
  static String version() {
    return Objects.requireNonNullElse(
        Usage.class.getPackage().getImplementationVersion(), "of a build without a version");
  }

  private static String variables(ProgramName program) {
    return Arrays.stream(Variable.values())
        .filter(one -> one.program() == program || one.program() == ProgramName.BOTH)
        .map(Usage::row)
        .collect(Collectors.joining());
  }

  private static String row(Variable variable) {
    String initial = variable.initial();
    String given = initial == null ? " (required)" : initial.isEmpty() ? "" : " (" + initial + ")";
    return "  %-24s %s%s%n".formatted(variable, variable.meaning().replace("`", ""), given);
  }
}
