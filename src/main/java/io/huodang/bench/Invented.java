package io.huodang.bench;

import io.huodang.vocabulary.CitizenId;
import io.huodang.vocabulary.Sex;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who does not exist, with a citizen ID of a prefecture that was never made (3718).
 *
 * @param formerName 曾用名, null for most
 * @param employer which one of the population's
 * @param items how many papers the file holds
 */
public record Invented(
    UUID id,
    String name,
    @Nullable String formerName,
    CitizenId citizenId,
    Sex sex,
    String insuredNumber,
    int employer,
    int items) {}
