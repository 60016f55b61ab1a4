/** The forms, one class each, as agencies print them. */
@NullMarked
package io.huodang.samples.forms;

import org.jspecify.annotations.NullMarked;
