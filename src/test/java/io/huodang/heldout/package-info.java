/**
 * Draws pages that nobody may tune the reader on: other templates, type and damage than {@code
 * io.huodang.samples}, by another route (HTML in Chromium).
 */
@NullMarked
package io.huodang.heldout;

import org.jspecify.annotations.NullMarked;
