package dev.natsfleet.operator.aws;

/** Listens to every call to AWS. */
@FunctionalInterface
public interface CallListener {

  /**
   * A call has ended.
   *
   * @param service such as {@code Auto Scaling}
   * @param operation such as {@code DescribeAutoScalingGroups}
   * @param result {@code ok}, or the kind of failure in lower case
   */
  void called(String service, String operation, String result);
}
