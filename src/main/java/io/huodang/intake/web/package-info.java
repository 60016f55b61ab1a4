/** The calls and screens by which batches are delivered and followed. */
@NullMarked
package io.huodang.intake.web;

import org.jspecify.annotations.NullMarked;
