package io.huodang.extraction;

import io.huodang.recognition.Box;
import org.jspecify.annotations.Nullable;

/**
 * One row of a form that lists many people (一表多人).
 *
 * @param row from 1, in the order of the form
 * @param personName as read
 * @param citizenId 18 characters when valid, else as read
 * @param insuredNumber as read
 * @param confidence 0 to 1, the least of its values
 * @param box the row, in the master's pixels
 */
public record PersonRow(
    int row,
    @Nullable String personName,
    @Nullable String citizenId,
    @Nullable String insuredNumber,
    double confidence,
    Box box) {}
