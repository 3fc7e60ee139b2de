/**
 * What a shipper says it has read and published, for receivers to hold against what they wrote.
 *
 * <p>Way in: a shipper makes a {@link dev.natsfleet.logs.account.Head} and {@link
 * dev.natsfleet.logs.account.Page}s and puts them, as {@link
 * dev.natsfleet.logs.account.AccountText}, under {@link dev.natsfleet.logs.account.AccountKey}s of
 * the {@link dev.natsfleet.logs.account.AccountBucket}. Way out: a receiver reads them back, and
 * {@link dev.natsfleet.logs.account.Match} holds each log against what is written of it.
 */
@NullMarked
package dev.natsfleet.logs.account;

import org.jspecify.annotations.NullMarked;
