/** The screen on which keys are keyed, and its calls. */
@NullMarked
package io.huodang.keying.web;

import org.jspecify.annotations.NullMarked;
