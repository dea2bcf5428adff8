package plumbline.contract.json;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Date-times of RFC 3339: a full date, a full time and an offset, such as {@code 2026-11-20T07:30:00+01:00}. Written by hand because
 * every event carries one or two and the JDK's formatter costs ten times as much.
 */
public final class Rfc3339 {
    private static final int SECONDS_END = 19;
    private static final int MAX_FRACTION = 9;

    private Rfc3339() {}

    /** The moment that the text names, or nothing if it is not a date-time with an offset. */
    public static Optional<OffsetDateTime> parse(String text) {
        if (text.length() <= SECONDS_END
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || (text.charAt(10) | 0x20) != 't'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':') {
            return Optional.empty();
        }
        int position = SECONDS_END;
        int nanos = 0;
        if (text.charAt(position) == '.') {
            int start = ++position;
            while (position < text.length() && isDigit(text.charAt(position))) {
                position++;
            }
            int digits = position - start;
            if (digits == 0 || digits > MAX_FRACTION) {
                return Optional.empty();
            }
            nanos = number(text, start, position);
            for (int i = digits; i < MAX_FRACTION; i++) {
                nanos *= 10;
            }
        }
        int offset = offsetSeconds(text, position);
        int year = number(text, 0, 4);
        if (offset == Integer.MIN_VALUE || year < 0) {
            return Optional.empty();
        }
        try {
            int second = number(text, 17, 19);
            boolean isLeap = second == 60;
            OffsetDateTime time = OffsetDateTime.of(
                    year,
                    number(text, 5, 7),
                    number(text, 8, 10),
                    number(text, 11, 13),
                    number(text, 14, 16),
                    isLeap ? 59 : second,
                    nanos,
                    ZoneOffset.ofTotalSeconds(offset));
            return isLeap && !endsAMonth(time) ? Optional.empty() : Optional.of(time);
        } catch (DateTimeException outOfRange) {
            return Optional.empty();
        }
    }

    /** Whether it is in the last second of a month in UTC, where alone a leap second can follow; Java knows none, and stays in that second. */
    private static boolean endsAMonth(OffsetDateTime time) {
        OffsetDateTime next = time.withNano(0).plusSeconds(1).withOffsetSameInstant(ZoneOffset.UTC);
        return next.getDayOfMonth() == 1 && next.toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    /** Writes with seconds always, and a fraction only where there is one. */
    public static String format(OffsetDateTime time) {
        StringBuilder text = new StringBuilder(35);
        pad(text, time.getYear(), 4);
        pad(text.append('-'), time.getMonthValue(), 2);
        pad(text.append('-'), time.getDayOfMonth(), 2);
        pad(text.append('T'), time.getHour(), 2);
        pad(text.append(':'), time.getMinute(), 2);
        pad(text.append(':'), time.getSecond(), 2);
        if (time.getNano() > 0) {
            pad(text.append('.'), time.getNano(), MAX_FRACTION);
            while (text.charAt(text.length() - 1) == '0') {
                text.setLength(text.length() - 1);
            }
        }
        return text.append(time.getOffset().getId()).toString();
    }

    private static int offsetSeconds(String text, int position) {
        int length = text.length() - position;
        if (length == 1 && (text.charAt(position) | 0x20) == 'z') {
            return 0;
        }
        if (length != 6 || text.charAt(position + 3) != ':') {
            return Integer.MIN_VALUE;
        }
        char sign = text.charAt(position);
        int hours = number(text, position + 1, position + 3);
        int minutes = number(text, position + 4, position + 6);
        if ((sign != '+' && sign != '-') || hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            return Integer.MIN_VALUE;
        }
        int seconds = hours * 3600 + minutes * 60;
        return sign == '-' ? -seconds : seconds;
    }

    /** The digits as a number, or -1 where one of them is none: out of range for every field but the year. */
    private static int number(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!isDigit(c)) {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static void pad(StringBuilder text, int value, int width) {
        String digits = Integer.toString(value);
        for (int i = digits.length(); i < width; i++) {
            text.append('0');
        }
        text.append(digits);
    }
}
