package dev.natsfleet.operator.plan;

/**
 * Ends journal entries. An entry is written before its step is made, so that an operator that is
 * killed in between knows of it; it ends when the step's effect has been seen.
 */
final class JournalRule {

  private JournalRule() {}

  /** Ends what was begun, is not planned again, and whose effect is there. */
  static void plan(PlanContext context, PlanBuilder plan) {
    context
        .journalIds()
        .filter(id -> !TemplateRollback.isRemembered(id))
        .filter(id -> !plan.hasStep(id) && !ReplacementGuard.isOpen(id, context))
        .filter(id -> !ZoneBalanceRule.isOpen(id, context))
        .forEach(plan::endJournalEntry);
  }

  /**
   * Ends whatever is not planned again: a cluster that is being deleted does not recover. A journal
   * that somebody else has taken over is his.
   */
  static void planForDeletion(PlanContext context, PlanBuilder plan) {
    boolean isOurs =
        context
            .registry()
            .cluster()
            .filter(row -> !context.desired().canHave(row.owner()))
            .isEmpty();
    context
        .journalIds()
        .filter(id -> isOurs)
        .filter(id -> !plan.hasStep(id))
        .forEach(plan::endJournalEntry);
  }
}
