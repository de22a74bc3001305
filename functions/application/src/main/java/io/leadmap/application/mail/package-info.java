/**
 * Mail: what it says, sending it once, and what became of it (domain section 7, architecture
 * decision 4).
 */
@NullMarked
package io.leadmap.application.mail;

import org.jspecify.annotations.NullMarked;
