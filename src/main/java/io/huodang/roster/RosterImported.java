package io.huodang.roster;

import java.util.UUID;

/**
 * A roster was imported and changed what is known of people, itself or by the one before that was
 * interrupted; published in the transaction.
 */
public record RosterImported(UUID importId) {}
