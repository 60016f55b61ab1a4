package io.huodang.local;

/**
 * The signals that end a program cleanly; after the second and its seconds, everything is killed.
 *
 * @param first the polite signal, for example {@code INT}
 * @param patience seconds until the second signal
 * @param second the less polite one
 * @param lastPatience seconds until everything is killed
 */
public record End(String first, int patience, String second, int lastPatience) {}
