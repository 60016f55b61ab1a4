package io.huodang.oversight;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a row of the audit is about, as an auditor may be shown it.
 *
 * @param kind for example {@code person}
 * @param label with citizen IDs masked; null when the thing is not there any more
 * @param path of its screen; null when it has none
 */
public record Subject(String kind, UUID id, @Nullable String label, @Nullable String path) {}
