package plumbline.analytics.codec;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

/** Writes values compactly: whole numbers in as few bytes of seven bits as they need. */
final class Packer {
    private byte[] bytes = new byte[256];
    private int length;

    Packer octet(int value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = (byte) value;
        return this;
    }

    /** A number of four bytes at a fixed width, for a reader that looks only for it. */
    Packer fixed(int value) {
        return octet(value >>> 24).octet(value >>> 16).octet(value >>> 8).octet(value);
    }

    /** A number that is seldom below 0. */
    Packer number(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            octet((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        return octet((int) rest);
    }

    /** A number near 0, of either sign. */
    Packer signed(long value) {
        return number((value << 1) ^ (value >> 63));
    }

    Packer flag(boolean value) {
        return octet(value ? 1 : 0);
    }

    Packer text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        for (byte each : utf8) {
            octet(each);
        }
        return this;
    }

    Packer date(LocalDate value) {
        return signed(value.toEpochDay());
    }

    Packer instant(Instant value) {
        return signed(value.getEpochSecond()).number(value.getNano());
    }

    Packer fixed(long value) {
        return fixed((int) (value >>> 32)).fixed((int) value);
    }

    Packer real(double value) {
        return fixed(Double.doubleToLongBits(value));
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }
}
