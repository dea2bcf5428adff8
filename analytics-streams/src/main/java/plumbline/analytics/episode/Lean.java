package plumbline.analytics.episode;

import java.util.Objects;
import java.util.Optional;
import plumbline.contract.finding.Pattern;
import plumbline.contract.vocabulary.Measure;
import plumbline.contract.vocabulary.Side;

/**
 * What is particular to an episode about left and right, settled when it opens: the baseline stays frozen while it is open.
 *
 * @param loaded the side that carries more
 * @param baseline the patient's own usual index, in percent
 * @param sigma the usual spread around it, in percent
 */
public record Lean(Optional<Pattern> pattern, Side loaded, Measure measure, double baseline, double sigma) {

    public Lean {
        Objects.requireNonNull(loaded, "loaded");
        Objects.requireNonNull(measure, "measure");
    }
}
