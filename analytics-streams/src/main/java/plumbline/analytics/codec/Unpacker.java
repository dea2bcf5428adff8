package plumbline.analytics.codec;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;

/** Reads what a {@link Packer} wrote. */
final class Unpacker {
    private final byte[] bytes;
    private int position;

    Unpacker(byte[] bytes) {
        this.bytes = bytes;
    }

    int octet() {
        return bytes[position++] & 0xff;
    }

    int fixed() {
        return (octet() << 24) | (octet() << 16) | (octet() << 8) | octet();
    }

    long number() {
        long value = 0;
        int shift = 0;
        int part = octet();
        while (part > 0x7f) {
            value |= (long) (part & 0x7f) << shift;
            shift += 7;
            part = octet();
        }
        return value | ((long) part << shift);
    }

    int whole() {
        return (int) number();
    }

    long signed() {
        long value = number();
        return (value >>> 1) ^ -(value & 1);
    }

    boolean flag() {
        return octet() != 0;
    }

    String text() {
        int size = whole();
        String value = new String(bytes, position, size, StandardCharsets.UTF_8);
        position += size;
        return value;
    }

    LocalDate date() {
        return LocalDate.ofEpochDay(signed());
    }

    Instant instant() {
        return Instant.ofEpochSecond(signed(), number());
    }

    long fixedLong() {
        long high = fixed();
        return (high << 32) | (fixed() & 0xffff_ffffL);
    }

    double real() {
        return Double.longBitsToDouble(fixedLong());
    }

    /** Reads the version byte of a state record. */
    int version(int newest) {
        int version = octet();
        if (version < 1 || version > newest) {
            throw new IllegalStateException(
                    "state of version " + version + ", written by another release; this one reads up to " + newest);
        }
        return version;
    }
}
