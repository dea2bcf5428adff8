package plumbline.analytics.codec;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import plumbline.analytics.episode.Ending;
import plumbline.analytics.episode.Grade;
import plumbline.analytics.episode.Known;
import plumbline.analytics.episode.Lean;
import plumbline.analytics.episode.Register;
import plumbline.analytics.episode.Settled;
import plumbline.analytics.episode.Span;
import plumbline.analytics.episode.Subject;
import plumbline.analytics.timeline.Region;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Pattern;
import plumbline.contract.finding.Severity;
import plumbline.contract.vocabulary.Measure;
import plumbline.contract.vocabulary.Side;

/** Registers as bytes. */
@SuppressWarnings("EnumOrdinal") // Stored; a test pins the places.
public final class RegisterCodec {
    private static final int VERSION = 2;
    private static final FindingKind[] KINDS = FindingKind.values();
    private static final Severity[] SEVERITIES = Severity.values();
    private static final Pattern[] PATTERNS = Pattern.values();
    private static final Side[] SIDES = Side.values();
    private static final Measure[] MEASURES = Measure.values();

    private RegisterCodec() {}

    public static byte[] encode(Register register) {
        Packer out = new Packer().octet(VERSION).instant(register.wokenAt());
        out.flag(register.due().isPresent());
        register.due().ifPresent(out::instant);
        out.number(register.known().size());
        for (Known known : register.known()) {
            out.text(known.id())
                    .octet(known.subject().kind().ordinal())
                    .number(known.subject().region().code());
            span(out, known.span());
            grade(out, known.grade());
            out.instant(known.stated().asOf()).fixed(known.stated().account());
        }
        return out.bytes();
    }

    private static void span(Packer out, Span span) {
        out.date(span.since()).date(span.heldOn()).date(span.newestDay());
        out.flag(span.ending().isPresent());
        span.ending().ifPresent(ending -> out.date(ending.on()).text(ending.rule()));
    }

    private static void grade(Packer out, Grade grade) {
        out.octet(grade.severity().ordinal()).octet(grade.stage().orElse(0)).number(grade.times());
        Settled settled = grade.settled();
        out.date(settled.before())
                .octet(settled.stage())
                .number(settled.times())
                .octet(settled.baseline().isPresent() ? settled.baseline().getAsInt() + 1 : 0)
                .octet(settled.severity()
                        .map(severity -> severity.ordinal() + 1)
                        .orElse(0));
        out.flag(grade.lean().isPresent());
        grade.lean()
                .ifPresent(lean -> out.octet(
                                lean.pattern().map(p -> p.ordinal() + 1).orElse(0))
                        .octet(lean.loaded().ordinal())
                        .octet(lean.measure().ordinal())
                        .real(lean.baseline())
                        .real(lean.sigma()));
    }

    /** When the patient of an encoded register is due. */
    public static Optional<Instant> due(byte[] bytes) {
        Unpacker in = new Unpacker(bytes);
        in.version(VERSION);
        in.instant();
        return in.flag() ? Optional.of(in.instant()) : Optional.empty();
    }

    public static Register decode(byte[] bytes) {
        Unpacker in = new Unpacker(bytes);
        int version = in.version(VERSION);
        Instant wokenAt = in.instant();
        Optional<Instant> due = in.flag() ? Optional.of(in.instant()) : Optional.empty();
        int size = in.whole();
        List<Known> known = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            known.add(new Known(
                    in.text(),
                    new Subject(KINDS[in.octet()], Region.ofCode(in.whole())),
                    span(in),
                    grade(in, version),
                    new Known.Stated(in.instant(), in.fixed())));
        }
        return new Register(wokenAt, due, known);
    }

    private static Span span(Unpacker in) {
        LocalDate since = in.date();
        LocalDate heldOn = in.date();
        LocalDate newestDay = in.date();
        return new Span(
                since, heldOn, newestDay, in.flag() ? Optional.of(new Ending(in.date(), in.text())) : Optional.empty());
    }

    private static Grade grade(Unpacker in, int version) {
        Severity severity = SEVERITIES[in.octet()];
        OptionalInt stage = present(in.octet(), 0);
        int times = version == 1 ? 0 : in.whole();
        Settled settled = version == 1
                ? Settled.NOTHING
                : new Settled(in.date(), in.octet(), in.whole(), present(in.octet(), 1), severity(in.octet()));
        return new Grade(severity, stage, times, in.flag() ? Optional.of(lean(in)) : Optional.empty(), settled);
    }

    private static Optional<Severity> severity(int octet) {
        return octet == 0 ? Optional.empty() : Optional.of(SEVERITIES[octet - 1]);
    }

    /** A number that was stored with 0 for none. */
    private static OptionalInt present(int octet, int lift) {
        return octet == 0 ? OptionalInt.empty() : OptionalInt.of(octet - lift);
    }

    private static Lean lean(Unpacker in) {
        int pattern = in.octet();
        return new Lean(
                pattern == 0 ? Optional.empty() : Optional.of(PATTERNS[pattern - 1]),
                SIDES[in.octet()],
                MEASURES[in.octet()],
                in.real(),
                in.real());
    }
}
