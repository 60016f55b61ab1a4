/** Signing in, sessions, tokens and the doors of every call and screen. */
@NullMarked
package io.huodang.access.web;

import org.jspecify.annotations.NullMarked;
