package io.huodang.intake.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivered file as screens show it.
 *
 * @param id its own
 * @param size for people, with its unit
 * @param pages null before it was opened
 * @param reason in the language of the screen, null when there is none
 * @param kind {@code pages}, {@code sound}, {@code video}, {@code other}, or {@code unopened}
 * @param item the item that it is, null while it is none
 */
public record FileRow(
    UUID id,
    String path,
    String size,
    @Nullable Integer pages,
    String state,
    @Nullable String reason,
    String kind,
    @Nullable UUID item) {}
