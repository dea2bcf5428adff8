package plumbline.dialects.fit;

import com.garmin.fit.ActivityMesg;
import com.garmin.fit.DateTime;
import com.garmin.fit.FileIdMesg;
import com.garmin.fit.LapMesg;
import com.garmin.fit.Manufacturer;
import com.garmin.fit.Mesg;
import com.garmin.fit.MesgListener;
import com.garmin.fit.MesgNum;
import com.garmin.fit.RecordMesg;
import com.garmin.fit.SessionMesg;
import com.garmin.fit.Sport;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The messages of a file that we read, as they come. Times are seconds of FIT, from 1989-12-31T00:00:00Z. */
final class Recording implements MesgListener {
    private static final int QUARTER = 15 * 60;
    private static final int FURTHEST = 18 * 3600;

    /** Nobody presses the button more often; beyond, it is noise. */
    private static final int MOST_STRETCHES = 10_000;

    private String device = "";
    private String manufacturer = "";
    private ZoneOffset offset = ZoneOffset.UTC;
    private final List<Stretch> laps = new ArrayList<>();
    private final List<Stretch> sessions = new ArrayList<>();
    private final Strokes strokes = new Strokes();

    /**
     * A lap or a session.
     *
     * @param balance as the device itself averaged it
     * @param stanceBalance whether it carries a balance of stance times, of which no file says the side
     */
    record Stretch(
            long start, double seconds, Optional<Sport> sport, Optional<Balance> balance, boolean stanceBalance) {}

    @Override
    public void onMesg(Mesg message) {
        switch (message.getNum()) {
            case MesgNum.FILE_ID -> identify(new FileIdMesg(message));
            case MesgNum.ACTIVITY -> clock(new ActivityMesg(message));
            case MesgNum.LAP -> {
                LapMesg lap = new LapMesg(message);
                boolean stance = lap.getAvgStanceTimeBalance() != null;
                add(
                        laps,
                        lap.getStartTime(),
                        lap.getTotalElapsedTime(),
                        lap.getSport(),
                        lap.getLeftRightBalance(),
                        stance);
            }
            case MesgNum.SESSION -> {
                SessionMesg session = new SessionMesg(message);
                boolean stance = session.getAvgStanceTimeBalance() != null;
                add(
                        sessions,
                        session.getStartTime(),
                        session.getTotalElapsedTime(),
                        session.getSport(),
                        session.getLeftRightBalance(),
                        stance);
            }
            case MesgNum.RECORD -> stroke(new RecordMesg(message));
            default -> {}
        }
    }

    private void identify(FileIdMesg file) {
        device = file.getSerialNumber() + " "
                + (file.getTimeCreated() == null ? "" : file.getTimeCreated().getTimestamp());
        String name = file.getManufacturer() == null ? "" : Manufacturer.getStringFromValue(file.getManufacturer());
        manufacturer = name == null ? "" : name.toLowerCase(Locale.ROOT);
    }

    /** Takes the offset of the wearer's clock where the file tells both times. */
    private void clock(ActivityMesg activity) {
        Long local = activity.getLocalTimestamp();
        DateTime time = activity.getTimestamp();
        if (local != null && time != null) {
            long seconds = Math.round((double) (local - time.getTimestamp()) / QUARTER) * QUARTER;
            if (Math.abs(seconds) <= FURTHEST) {
                offset = ZoneOffset.ofTotalSeconds((int) seconds);
            }
        }
    }

    private static void add(
            List<Stretch> stretches,
            @Nullable DateTime start,
            @Nullable Float seconds,
            @Nullable Sport sport,
            @Nullable Integer balance,
            boolean stanceBalance) {
        if (start != null && seconds != null && stretches.size() < MOST_STRETCHES) {
            stretches.add(new Stretch(
                    start.getTimestamp(), seconds, Optional.ofNullable(sport), Balance.ofLap(balance), stanceBalance));
        }
    }

    private void stroke(RecordMesg record) {
        DateTime time = record.getTimestamp();
        Integer watts = record.getPower();
        Short balance = record.getLeftRightBalance();
        if (time != null && watts != null && watts > 0 && balance != null) {
            Balance.ofRecord(balance).ifPresent(shared -> strokes.add(time.getTimestamp(), watts, balance));
        }
    }

    /** The laps, or where there are none the sessions. */
    List<Stretch> stretches() {
        return laps.isEmpty() ? sessions : laps;
    }

    /** What was done, where the laps do not say. */
    Optional<Sport> sport() {
        return sessions.stream().flatMap(session -> session.sport().stream()).findFirst();
    }

    /** The right leg's share of the work of a stretch, from the records that name the side. */
    OptionalDouble rightPercent(Stretch stretch) {
        return strokes.rightPercent(stretch.start(), stretch.seconds());
    }

    /** Whether anything in a stretch tells a balance, with or without its side. */
    boolean hasBalance(Stretch stretch) {
        return stretch.balance().isPresent() || strokes.anyWithin(stretch.start(), stretch.seconds());
    }

    /** What tells this file from every other. */
    String device() {
        return device;
    }

    /** Who made the device, in lower case; empty where the file does not say. */
    String manufacturer() {
        return manufacturer;
    }

    ZoneOffset offset() {
        return offset;
    }
}
