/**
 * Filters and pages of describe calls.
 *
 * <p>Way in: {@link dev.natsfleet.local.cloud.query.Filter} and {@link
 * dev.natsfleet.local.cloud.query.PageRequest}; way out: {@link
 * dev.natsfleet.local.cloud.query.Page}.
 */
@NullMarked
package dev.natsfleet.local.cloud.query;

import org.jspecify.annotations.NullMarked;
