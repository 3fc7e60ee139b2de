package dev.natsfleet.logs.settings;

/** Who reads a variable. A variable of the other program is known and left alone. */
public enum Program {
  SHIPPER,
  RECEIVER,
  BOTH
}
