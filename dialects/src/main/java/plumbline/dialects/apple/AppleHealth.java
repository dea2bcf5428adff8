package plumbline.dialects.apple;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import plumbline.contract.check.Checks;
import plumbline.dialects.Decoded;
import plumbline.dialects.Harvest;

/** Reads an export of Apple Health: {@code export.zip} as the phone makes it, or the {@code export.xml} inside. */
public final class AppleHealth {
    /** The other XML document of the archive: the same in clinical form. */
    private static final String CLINICAL = "export_cda.xml";

    private AppleHealth() {}

    /**
     * Reads to the end. What was harvested before a fault is good, and reading all again changes nothing, because ids are made from
     * the records themselves.
     *
     * @param patient whose export it is; the file does not say it in a way that could be trusted
     * @return why the file, or the rest of it, cannot be read; empty when it was read to its end
     * @throws IOException if the stream itself fails
     */
    public static Optional<Decoded.Unreadable> read(InputStream export, String patient, Harvest harvest)
            throws IOException {
        if (!Checks.isId(patient)) {
            return Optional.of(new Decoded.Unreadable("needs a patient: 1 to 64 characters of A-Z a-z 0-9 . _ : -"));
        }
        BufferedInputStream in = new BufferedInputStream(export, 64 * 1024);
        in.mark(2);
        boolean isZip = in.read() == 'P' && in.read() == 'K';
        in.reset();
        return isZip ? unzip(in, patient, harvest) : ExportXml.read(in, patient, harvest);
    }

    private static Optional<Decoded.Unreadable> unzip(InputStream in, String patient, Harvest harvest)
            throws IOException {
        try {
            ZipInputStream zip = new ZipInputStream(in);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (isExport(entry.getName())) {
                    return ExportXml.read(zip, patient, harvest);
                }
            }
        } catch (EOFException end) {
            return Optional.of(new Decoded.Unreadable(
                    "is a zip file that was cut short; copy it again. What stands before that was read"));
        } catch (ZipException | IllegalArgumentException broken) {
            return Optional.of(new Decoded.Unreadable("is a broken zip file; export it again"));
        }
        return Optional.of(
                new Decoded.Unreadable("is a zip file without an export.xml; is it an export of Apple Health?"));
    }

    /** Phones name the document in their language, but keep it in one folder, above those of the attachments. */
    private static boolean isExport(String name) {
        return name.endsWith(".xml")
                && !name.endsWith(CLINICAL)
                && name.chars().filter(c -> c == '/').count() <= 1;
    }
}
