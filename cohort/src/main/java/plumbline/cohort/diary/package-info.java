/**
 * What a patient writes of the pain: whether, when, and how exactly. Decides nothing about how it arrives.
 */
@NullMarked
package plumbline.cohort.diary;

import org.jspecify.annotations.NullMarked;
