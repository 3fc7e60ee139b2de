/**
 * The operator as users meet it: a process of its own between a real API server, DynamoDB Local and
 * the emulated AWS, whose machines run agents without a nats-server.
 *
 * <p>Way in: {@link dev.natsfleet.operator.acceptance.OperatorTestbed}, one for all tests of a
 * process, and {@link dev.natsfleet.operator.acceptance.TestCluster}, one NatsCluster of a test's
 * own.
 */
@NullMarked
package dev.natsfleet.operator.acceptance;

import org.jspecify.annotations.NullMarked;
