package dev.natsfleet.crds;

/** Parts of CEL rules that several rules share. */
final class CelRules {

  /** Whether a string is major.minor.patch, each below 1000. */
  static final String IS_VERSION =
      "self.matches('^(0|[1-9][0-9]{0,2})[.](0|[1-9][0-9]{0,2})[.](0|[1-9][0-9]{0,2})$')";

  /** A version as one number that orders as versions do. */
  static final String VERSION_NUMBER =
      "(int(self.split('.')[0]) * 1000000 + int(self.split('.')[1]) * 1000"
          + " + int(self.split('.')[2]))";

  /** The same of the version that was there before. */
  static final String OLD_VERSION_NUMBER =
      "(int(oldSelf.split('.')[0]) * 1000000 + int(oldSelf.split('.')[1]) * 1000"
          + " + int(oldSelf.split('.')[2]))";

  private CelRules() {}
}
