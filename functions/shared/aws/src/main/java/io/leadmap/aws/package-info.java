/** What every client of the AWS SDK is made with, and what answers it before a snapshot. */
@NullMarked
package io.leadmap.aws;

import org.jspecify.annotations.NullMarked;
