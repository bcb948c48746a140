package dev.cutset.policy;

import java.time.LocalDate;

/**
 * A finding that somebody has accepted for a while: it blocks nothing, and every report shows it.
 *
 * @param reason why it was accepted
 * @param owner who answers for it
 * @param expires the last day on which it does not block
 */
public record Waived(Finding finding, String reason, String owner, LocalDate expires) {}
