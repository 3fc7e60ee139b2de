package dev.natsfleet.logs.program.settings;

/** Which program reads a variable. A variable of the other program is known and ignored. */
public enum ProgramName {
  SHIPPER,
  RECEIVER,
  BOTH
}
