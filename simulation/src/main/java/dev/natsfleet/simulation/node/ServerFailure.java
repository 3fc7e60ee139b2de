package dev.natsfleet.simulation.node;

/** A call to the local nats-server failed; it may work later. */
final class ServerFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ServerFailure(String message) {
    super(message, null, false, false);
  }
}
