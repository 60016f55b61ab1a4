package io.huodang.corrections.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/**
 * An item's screen from which the item is changed: what each such call is given.
 *
 * @param id of the item, as the address says
 * @param revision that was seen, by {@code If-Match}; null: whichever there is
 */
record AtItem(
    UUID id, @Nullable Long revision, Locale locale, Model model, HttpServletResponse response) {}
