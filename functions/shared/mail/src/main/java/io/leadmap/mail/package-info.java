/** Mail: its text, its link, and what becomes of it. */
@NullMarked
package io.leadmap.mail;

import org.jspecify.annotations.NullMarked;
