/**
 * The Helm chart as a user meets it: what it renders, which values it refuses, and whether a real
 * API server takes it.
 *
 * <p>Way in: {@link dev.natsfleet.helm.HelmCommand}, which runs the pinned helm on the chart of
 * this repository. Way out: test results; the renderings under {@code src/test/resources} show what
 * a change of the chart does to whom.
 */
@NullMarked
package dev.natsfleet.helm;

import org.jspecify.annotations.NullMarked;
