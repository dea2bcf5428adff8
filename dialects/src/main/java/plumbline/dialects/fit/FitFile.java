package plumbline.dialects.fit;

import com.garmin.fit.Decode;
import com.garmin.fit.FitRuntimeException;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import plumbline.contract.check.Checks;
import plumbline.dialects.Decoded;
import plumbline.dialects.Harvest;

/**
 * Reads a FIT file with Garmin's own library. A file is read whole, and its checksum verified, before anything is harvested: of a
 * file that was cut short, nothing is.
 */
public final class FitFile {
    /**
     * The largest file. A file cannot be streamed, because its checksum comes last; a day of recording by the second has some 4 MB.
     */
    public static final int MOST_BYTES = 64 * 1024 * 1024;

    private static final int SIGNATURE = 8;

    private FitFile() {}

    /**
     * Reads an activity into one bout for each lap. Files of other kinds hold no laps and give nothing.
     *
     * @param patient whose file it is; the file does not say
     * @return why the file cannot be read; empty when it was
     */
    public static Optional<Decoded.Unreadable> read(byte[] file, String patient, Harvest harvest) {
        if (!Checks.isId(patient)) {
            return unreadable("needs a patient: 1 to 64 characters of A-Z a-z 0-9 . _ : -");
        }
        if (!isFit(file)) {
            return unreadable("is not a FIT file");
        }
        Recording recording = new Recording();
        try {
            if (!new Decode().read(new ByteArrayInputStream(file), recording)) {
                return unreadable("is incomplete; copy it from the device again");
            }
        } catch (FitRuntimeException broken) {
            return unreadable("is broken or was cut short; copy it from the device again");
        } catch (RuntimeException broken) {
            // The library answers some broken files with exceptions of its insides.
            return unreadable("is broken; copy it from the device again");
        }
        new Laps(recording, patient).harvest(harvest);
        return Optional.empty();
    }

    private static boolean isFit(byte[] file) {
        return file.length >= SIGNATURE + 4
                && file[SIGNATURE] == '.'
                && file[SIGNATURE + 1] == 'F'
                && file[SIGNATURE + 2] == 'I'
                && file[SIGNATURE + 3] == 'T';
    }

    private static Optional<Decoded.Unreadable> unreadable(String detail) {
        return Optional.of(new Decoded.Unreadable(detail));
    }
}
