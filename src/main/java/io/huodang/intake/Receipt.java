package io.huodang.intake;

/**
 * What the sender is told: from now on the file is ours to lose.
 *
 * @param file as registered
 * @param isNew false when the same bytes were there already under that key
 */
public record Receipt(ScanFile file, boolean isNew) {}
