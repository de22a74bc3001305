/**
 * A practice's configuration as one JSON document: read strictly, checked as a whole, written
 * without secrets.
 */
@NullMarked
package io.leadmap.application.configuration;

import org.jspecify.annotations.NullMarked;
