package plumbline.standalone.replay;

import java.util.Optional;
import java.util.stream.Collectors;
import plumbline.contract.json.ProfileReader;
import plumbline.contract.json.ProfileReading;

/** A line of type {@code patient}, as {@code simulate} writes them: an entry of the directory among events. */
final class DirectoryEntry {
    private DirectoryEntry() {}

    /** Puts it into the directory of a service, or says why that was not done. */
    static Optional<Rejection> put(Line line, IngestClient client) throws InterruptedException {
        ProfileReading reading = ProfileReader.read(line.json());
        if (reading instanceof ProfileReading.Good good) {
            return client.put(good.profile().id(), line);
        }
        var violations = ((ProfileReading.Bad) reading).violations();
        String detail = violations.stream()
                .map(violation -> (violation.field() + " " + violation.detail()).strip())
                .collect(Collectors.joining("; "));
        return Optional.of(new Rejection(line, violations.get(0).code().code(), detail, false));
    }
}
