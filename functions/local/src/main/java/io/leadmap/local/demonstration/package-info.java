/** The believable practices and leads that a fresh start loads, made through the functions. */
package io.leadmap.local.demonstration;
