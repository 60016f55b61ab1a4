/** The screens and calls of auditors. */
@NullMarked
package io.huodang.oversight.web;

import org.jspecify.annotations.NullMarked;
