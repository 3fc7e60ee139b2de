package dev.natsfleet.registry;

/** The {@code status} attribute of the aws-nats contract, written in lower case. */
public enum AwsNatsStatus {
  STARTING,
  WORKING,
  ERROR
}
