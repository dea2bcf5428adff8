package plumbline.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.contract.json.Json;
import plumbline.standalone.preflight.Obstacle;

/** Tells how the first emergency climbs from one person to the next, until somebody acknowledges it. */
final class DemoStory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DemoStory.class);
    private static final int PAUSE_MILLIS = 1_000;
    private static final String DATA = "data: ";

    private final DemoWard ward;
    private final DemoReceiver receiver;
    private final Consumer<String> tell;
    private final Thread thread = new Thread(this::run, "demo-story");
    private Optional<String> followed = Optional.empty();
    private int told;
    private boolean ended;
    private volatile boolean closing;
    private volatile @Nullable InputStream reading;

    private DemoStory(DemoWard ward, DemoReceiver receiver, Consumer<String> tell) {
        this.ward = ward;
        this.receiver = receiver;
        this.tell = tell;
    }

    /** Writes the demo's care team, and begins to watch. */
    static DemoStory start(DemoWard ward, Consumer<String> tell) throws InterruptedException {
        DemoReceiver receiver = DemoReceiver.start(tell);
        DemoStory story = new DemoStory(ward, receiver, tell);
        try {
            ward.team(receiver);
        } catch (Obstacle refused) {
            receiver.close();
            throw refused;
        }
        story.thread.setDaemon(true);
        story.thread.start();
        return story;
    }

    private void run() {
        try {
            while (!closing && !ended) {
                follow();
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() throws InterruptedException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null && !ended) {
                if (line.startsWith(DATA)) {
                    see(Json.mapper().readTree(line.substring(DATA.length())));
                }
                line = lines.readLine();
            }
        } catch (IOException over) {
            LOG.debug("event=demo-story-interrupted", over);
        }
    }

    private InputStream open() throws InterruptedException, IOException {
        InputStream alerts = ward.alerts();
        reading = alerts;
        return alerts;
    }

    private void see(JsonNode alert) {
        String id = alert.path("id").asText();
        boolean open = alert.path("status").asText().equals("open");
        if (followed.isEmpty() && open && isEmergencyOfToday(alert)) {
            followed = Optional.of(id);
        }
        if (followed.filter(id::equals).isEmpty()) {
            return;
        }
        if (open) {
            step(alert);
        } else {
            ended = true;
            JsonNode by = alert.path("acknowledgement").path("by");
            tell.accept(by.isTextual() ? by.asText() + " acknowledged it; nobody else is asked" : "it has ended");
        }
    }

    private static boolean isEmergencyOfToday(JsonNode alert) {
        return alert.path("severity").asText().equals("emergency")
                && alert.path("attention").asText().equals("active");
    }

    private void step(JsonNode alert) {
        int step = alert.path("pursuit").path("step").asInt();
        if (step > told && step <= DemoWard.ASKED.size()) {
            told = step;
            tell.accept("step " + step + " of " + DemoWard.ASKED.size() + ": " + DemoWard.ASKED.get(step - 1)
                    + " is asked about " + alert.path("patient").asText() + ", "
                    + alert.path("kind").asText().replace('-', ' '));
        }
    }

    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        receiver.close();
        InputStream open = reading;
        if (open != null) {
            try {
                open.close();
            } catch (IOException gone) {
                LOG.debug("event=demo-story-closed", gone);
            }
        }
    }
}
