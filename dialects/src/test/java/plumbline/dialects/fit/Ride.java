package plumbline.dialects.fit;

import com.garmin.fit.ActivityMesg;
import com.garmin.fit.BufferEncoder;
import com.garmin.fit.DateTime;
import com.garmin.fit.File;
import com.garmin.fit.FileIdMesg;
import com.garmin.fit.Fit;
import com.garmin.fit.LapMesg;
import com.garmin.fit.Manufacturer;
import com.garmin.fit.RecordMesg;
import com.garmin.fit.Sport;
import java.time.Instant;

/** Writes FIT files with Garmin's own library, as a device would: a ride that began at 10:00 in a zone one hour ahead of UTC. */
public final class Ride {
    private static final long START = (Instant.parse("2026-11-20T09:00:00Z").toEpochMilli() - DateTime.OFFSET) / 1000;

    private final BufferEncoder file = new BufferEncoder(Fit.ProtocolVersion.V2_0);

    public Ride() {
        FileIdMesg id = new FileIdMesg();
        id.setType(File.ACTIVITY);
        id.setManufacturer(Manufacturer.GARMIN);
        id.setSerialNumber(4711L);
        id.setTimeCreated(new DateTime(START));
        file.write(id);
    }

    Ride record(int second, int watts, int balance) {
        RecordMesg record = new RecordMesg();
        record.setTimestamp(new DateTime(START + second));
        record.setPower(watts);
        record.setLeftRightBalance((short) balance);
        file.write(record);
        return this;
    }

    public Ride lap(int second, int seconds, Integer balance) {
        LapMesg lap = lap(second, seconds, Sport.CYCLING);
        lap.setLeftRightBalance(balance);
        file.write(lap);
        return this;
    }

    Ride stance(int second, int seconds, float balance) {
        LapMesg lap = lap(second, seconds, Sport.RUNNING);
        lap.setAvgStanceTimeBalance(balance);
        file.write(lap);
        return this;
    }

    private static LapMesg lap(int second, int seconds, Sport sport) {
        LapMesg lap = new LapMesg();
        lap.setStartTime(new DateTime(START + second));
        lap.setTimestamp(new DateTime(START + second + seconds));
        lap.setTotalElapsedTime((float) seconds);
        lap.setSport(sport);
        return lap;
    }

    public byte[] bytes() {
        ActivityMesg activity = new ActivityMesg();
        activity.setTimestamp(new DateTime(START + 1200));
        activity.setLocalTimestamp(START + 1200 + 3600 + 3);
        file.write(activity);
        return file.close();
    }
}
