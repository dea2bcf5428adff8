package plumbline.notifier.text;

import java.util.stream.Stream;
import plumbline.contract.vocabulary.Side;

/**
 * The words around the rows of an exercise plan, in one language.
 *
 * @param skip what stands before the circumstances in which the exercises are to be left out
 */
public record PlanWords(
        String release,
        String stretch,
        String activate,
        String walk,
        String left,
        String right,
        String both,
        String skip) {
    public PlanWords {
        if (Stream.of(release, stretch, activate, walk, left, right, both, skip).anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("exercises: each of the words needs a text");
        }
    }

    String of(Side side) {
        return switch (side) {
            case LEFT -> left;
            case RIGHT -> right;
            default -> both;
        };
    }
}
