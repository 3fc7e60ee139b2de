/**
 * Compares natsfleet's log pipeline with other pipelines and with a baseline.
 *
 * <p>Way in: {@link dev.natsfleet.bench.compare.Comparison} runs every {@link
 * dev.natsfleet.bench.compare.Candidate} once per round. Way out: {@link
 * dev.natsfleet.bench.compare.CandidateResult}s, which {@link
 * dev.natsfleet.bench.compare.ComparisonTable} renders as Markdown.
 */
@NullMarked
package dev.natsfleet.bench.compare;

import org.jspecify.annotations.NullMarked;
