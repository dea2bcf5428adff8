package plumbline.cohort.observe;

import plumbline.cohort.diary.DiaryRates;
import plumbline.cohort.wearable.DeviceRates;

/** How much of a life a server gets to know, and how well. */
public record ObservationRates(DiaryRates diary, DeviceRates device, TransportRates transport) {

    public static ObservationRates usual() {
        return new ObservationRates(DiaryRates.usual(), DeviceRates.usual(), TransportRates.usual());
    }

    /** Everything, at once and exactly. */
    public static ObservationRates perfect() {
        return new ObservationRates(DiaryRates.perfect(), DeviceRates.perfect(), TransportRates.perfect());
    }

    /** The same with this share of the days missing, of reports and of wear alike. */
    public ObservationRates withMissing(double share) {
        return new ObservationRates(diary.withMissing(share), device.withUnworn(share), transport);
    }

    public ObservationRates with(DeviceRates other) {
        return new ObservationRates(diary, other, transport);
    }
}
