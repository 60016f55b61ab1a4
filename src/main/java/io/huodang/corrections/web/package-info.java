/** The item's screen and the calls that change what it shows. */
@NullMarked
package io.huodang.corrections.web;

import org.jspecify.annotations.NullMarked;
