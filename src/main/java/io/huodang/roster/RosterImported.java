package io.huodang.roster;

import java.util.UUID;

/** A roster was imported and changed what is known of people; published in the transaction. */
public record RosterImported(UUID importId) {}
