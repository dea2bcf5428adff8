package plumbline.standalone.foreign;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import plumbline.dialects.Decoded;
import plumbline.dialects.Harvest;
import plumbline.dialects.apple.AppleHealth;
import plumbline.dialects.fit.FitFile;

/** The formats of files that can be imported. */
public enum ForeignFormat {
    APPLE_HEALTH {
        @Override
        Optional<Decoded.Unreadable> read(InputStream file, String patient, Harvest harvest) throws IOException {
            return AppleHealth.read(file, patient, harvest);
        }
    },
    FIT {
        @Override
        Optional<Decoded.Unreadable> read(InputStream file, String patient, Harvest harvest) throws IOException {
            byte[] bytes = file.readNBytes(FitFile.MOST_BYTES + 1);
            return bytes.length > FitFile.MOST_BYTES ? tooLarge() : FitFile.read(bytes, patient, harvest);
        }
    },
    FHIR {
        @Override
        Optional<Decoded.Unreadable> read(InputStream file, String patient, Harvest harvest) throws IOException {
            return FhirDocument.read(file, patient, harvest);
        }
    };

    /**
     * Reads a file to its end.
     *
     * @param patient whose file it is
     * @return why the file, or the rest of it, cannot be read; empty when it was
     */
    abstract Optional<Decoded.Unreadable> read(InputStream file, String patient, Harvest harvest) throws IOException;

    private static Optional<Decoded.Unreadable> tooLarge() {
        return Optional.of(new Decoded.Unreadable("is larger than 64 MiB; import it in parts"));
    }
}
