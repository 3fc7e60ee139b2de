/**
 * Filters and pagination of describe calls.
 *
 * <p>Way in: {@link dev.natsfleet.local.cloud.query.Filter} and {@link
 * dev.natsfleet.local.cloud.query.PageRequest}. Way out: {@link
 * dev.natsfleet.local.cloud.query.ResultPage}.
 */
@NullMarked
package dev.natsfleet.local.cloud.query;

import org.jspecify.annotations.NullMarked;
