package plumbline.standalone.cli;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** One seed, or a range of them with both ends in it. */
record Seeds(long first, long last) {
    private static final int MOST = 100;
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18})(?:-(\\d{1,18}))?");

    List<Long> all() {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    @Override
    public String toString() {
        return first == last ? "seed " + first : "seeds " + first + "-" + last;
    }

    /** Reads {@code 7} or {@code 1001-1010}. */
    static final class Converter implements ITypeConverter<Seeds> {
        @Override
        public Seeds convert(String text) {
            Matcher written = WRITTEN.matcher(text);
            if (!written.matches()) {
                throw new TypeConversionException("must be a whole number such as 7, or a range such as 1001-1010");
            }
            long first = Long.parseLong(written.group(1));
            String end = written.group(2);
            long last = end == null ? first : Long.parseLong(end);
            if (last < first || last - first >= MOST) {
                throw new TypeConversionException("must run upwards, over at most " + MOST + " seeds");
            }
            return new Seeds(first, last);
        }
    }
}
