package plumbline.notifier.console;

import java.util.Optional;
import plumbline.chassis.http.HttpSettings;
import plumbline.notifier.inbox.Samples;

/** A console with sample alerts on the port that is given, to be looked at. */
public final class ConsolePreview {

    private ConsolePreview() {}

    public static void main(String[] arguments) throws InterruptedException {
        ConsoleHouse house = ConsoleHouse.open(new HttpSettings("127.0.0.1", Integer.parseInt(arguments[0])));
        house.show(Samples.emergency("a-emergency", "p-1042"));
        house.show(
                Samples.openedAt(Samples.compensation("a-compensation", "p-2210"), Samples.NOW.minusSeconds(200_000)));
        house.show(Samples.persistent("a-persistent", "p-0007"));
        house.show(Samples.acknowledged(Samples.persistent("a-taken", "p-0815"), "nurse.okafor"));
        house.show(Samples.dormant("a-past", "p-0099"));
        house.show(Samples.review("a-review", "p-0100"));
        house.write(Samples.entry(
                Samples.compensation("a-compensation", "p-2210"), 1, "opened", "plumbline", "", Optional.empty()));
        house.write(Samples.entry(
                Samples.compensation("a-compensation", "p-2210"),
                2,
                "sent",
                "plumbline",
                "team-referral to default by log, attempt 1",
                Optional.empty()));
        house.write(Samples.entry(
                Samples.compensation("a-compensation", "p-2210"),
                3,
                "noted",
                "nurse.okafor",
                "Called; <script>alert(1)</script> physio on Thursday",
                Optional.empty()));
        System.out.println("http://127.0.0.1:" + house.port());
        Thread.sleep(Long.parseLong(arguments[1]) * 1000);
        house.show(Samples.emergency("a-new", "p-5555"));
        house.show(Samples.acknowledged(Samples.compensation("a-compensation", "p-2210"), "dr.lin"));
        Thread.sleep(600_000);
        house.close();
    }
}
