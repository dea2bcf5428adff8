package plumbline.analytics.codec;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import plumbline.analytics.episode.Person;
import plumbline.contract.vocabulary.Symptom;

/** Persons as bytes. */
public final class PersonCodec {
    private static final int VERSION = 1;
    private static final int WITH_BIRTH_YEAR = 1;
    private static final int WITH_ERASURE = 2;
    private static final Symptom[] SYMPTOMS = Symptom.values();

    private PersonCodec() {}

    @SuppressWarnings("EnumOrdinal") // Stored; a test pins the places.
    public static byte[] encode(Person person) {
        Packer out = new Packer().octet(VERSION);
        out.octet((person.birthYear().isPresent() ? WITH_BIRTH_YEAR : 0)
                | (person.erasedAt().isPresent() ? WITH_ERASURE : 0));
        person.birthYear().ifPresent(out::number);
        person.erasedAt().ifPresent(out::instant);
        out.number(person.riskFactors().size());
        person.riskFactors().forEach(factor -> out.octet(factor.ordinal()));
        return out.bytes();
    }

    public static Person decode(byte[] bytes) {
        Unpacker in = new Unpacker(bytes);
        in.version(VERSION);
        int flags = in.octet();
        OptionalInt birthYear = (flags & WITH_BIRTH_YEAR) != 0 ? OptionalInt.of(in.whole()) : OptionalInt.empty();
        Optional<Instant> erasedAt = (flags & WITH_ERASURE) != 0 ? Optional.of(in.instant()) : Optional.empty();
        Set<Symptom> factors = EnumSet.noneOf(Symptom.class);
        for (int left = in.whole(); left > 0; left--) {
            factors.add(SYMPTOMS[in.octet()]);
        }
        return new Person(factors, birthYear, erasedAt);
    }
}
