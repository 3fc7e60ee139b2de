package dev.natsfleet.logs.account;

/** The bucket of a pipeline's accounts, which receivers create. */
public final class AccountBucket {

  private AccountBucket() {}

  /** Its name. */
  public static String name(String streams) {
    return streams + "_accounts";
  }

  /** The subject on which a key is put. */
  public static String subject(String streams, AccountKey key) {
    return "$KV." + name(streams) + "." + key.text();
  }
}
