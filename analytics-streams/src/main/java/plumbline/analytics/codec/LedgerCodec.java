package plumbline.analytics.codec;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import plumbline.analytics.timeline.Ledger;
import plumbline.analytics.timeline.Moment;
import plumbline.analytics.timeline.Region;
import plumbline.analytics.timeline.Report;
import plumbline.contract.vocabulary.Onset;

/** Pain ledgers as bytes. A source is written once for all of its reports, which stand together; a UUID as its 16 bytes. */
public final class LedgerCodec {
    private static final int VERSION = 1;
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Onset[] ONSETS = Onset.values();

    private LedgerCodec() {}

    public static byte[] encode(Ledger ledger) {
        Packer out = new Packer().octet(VERSION);
        out.flag(ledger.newest().isPresent());
        ledger.newest().ifPresent(moment -> moment(out, moment));
        Collection<Report> reports = ledger.reports();
        out.number(reports.size());
        String source = "";
        for (Report report : reports) {
            boolean sameSource = report.source().equals(source);
            boolean uuid = isUuid(report.id());
            out.octet((sameSource ? 0 : 1) | (report.retracted() ? 2 : 0) | (report.flare() ? 4 : 0) | (uuid ? 8 : 0));
            if (!sameSource) {
                source = report.source();
                out.text(source);
            }
            if (uuid) {
                UUID id = UUID.fromString(report.id());
                out.fixed(id.getMostSignificantBits()).fixed(id.getLeastSignificantBits());
            } else {
                out.text(report.id());
            }
            report(out, report);
        }
        return out.bytes();
    }

    @SuppressWarnings("EnumOrdinal") // Stored; a test pins the places.
    private static void report(Packer out, Report report) {
        out.number(report.version());
        moment(out, report.at());
        out.number(report.region().code())
                .octet(report.intensity() + 1)
                .octet(report.onset().ordinal())
                .number(report.symptoms())
                .octet(report.limits());
    }

    /** Whether 16 bytes say it all: most clients number their events so, and 36 characters are half of a report. */
    private static boolean isUuid(String id) {
        return UUID_FORM.matcher(id).matches();
    }

    public static Ledger decode(byte[] bytes) {
        Unpacker in = new Unpacker(bytes);
        in.version(VERSION);
        Optional<Moment> newest = in.flag() ? Optional.of(moment(in)) : Optional.empty();
        int size = in.whole();
        List<Report> reports = new ArrayList<>(size);
        String source = "";
        for (int i = 0; i < size; i++) {
            int head = in.octet();
            source = (head & 1) == 1 ? in.text() : source;
            reports.add(new Report(
                    source,
                    (head & 8) != 0 ? new UUID(in.fixedLong(), in.fixedLong()).toString() : in.text(),
                    in.number(),
                    (head & 2) != 0,
                    moment(in),
                    Region.ofCode(in.whole()),
                    in.octet() - 1,
                    ONSETS[in.octet()],
                    (head & 4) != 0,
                    in.number(),
                    in.octet()));
        }
        return Ledger.of(reports, newest);
    }

    private static void moment(Packer out, Moment moment) {
        out.date(moment.date())
                .number(moment.second())
                .signed(moment.offset() / 60)
                .octet(moment.offset() % 60);
    }

    private static Moment moment(Unpacker in) {
        LocalDate date = in.date();
        int second = in.whole();
        int minutes = (int) in.signed();
        return new Moment(date, second, minutes * 60 + (byte) in.octet());
    }
}
