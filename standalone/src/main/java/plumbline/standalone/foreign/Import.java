package plumbline.standalone.foreign;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import plumbline.contract.json.EventWriter;
import plumbline.contract.json.Reading;
import plumbline.dialects.Harvest;
import plumbline.standalone.preflight.Obstacle;
import plumbline.standalone.replay.CountingStream;
import plumbline.standalone.replay.Line;
import plumbline.standalone.replay.Rejection;
import plumbline.standalone.terminal.ProgressBar;

/** Reads foreign files of one patient, one after another, and hands their events on as they are found. */
public final class Import {
    /** Beyond so many kinds of skipped items, the rest counts as one. */
    private static final int KINDS = 200;

    private final ForeignFormat format;
    private final String patient;
    private final Outbox outbox;
    private final Map<String, Long> skipped = new TreeMap<>();
    private final List<String> broken = new ArrayList<>();

    public Import(ForeignFormat format, String patient, Recipient recipient) {
        this.format = format;
        this.patient = patient;
        this.outbox = new Outbox(recipient);
    }

    /**
     * What came of it.
     *
     * @param rejections the first thousand of the rejected events
     * @param skipped how many items carry nothing for us, by kind and reason
     * @param broken the files that could not be read to their end, each with the reason
     */
    public record Report(
            long accepted, long rejected, List<Rejection> rejections, Map<String, Long> skipped, List<String> broken) {
        public Report {
            rejections = List.copyOf(rejections);
            skipped = Map.copyOf(skipped);
            broken = List.copyOf(broken);
        }

        /** Whether nothing came of anything yet. */
        public boolean isEmpty() {
            return accepted == 0 && rejected == 0;
        }
    }

    /**
     * Reads the files.
     *
     * @param watched whether to draw a progress bar on standard error
     * @throws Obstacle if a file is not there or the recipient cannot be reached
     */
    public void run(List<Path> files, boolean watched) {
        long total = files.stream().mapToLong(Import::size).sum();
        ProgressBar bar = new ProgressBar(System.err, watched, total, "events");
        long before = 0;
        try {
            for (Path file : files) {
                read(file, before, bar);
                before += size(file);
            }
        } finally {
            bar.clear();
        }
    }

    /** What came of it so far, also where it ended early. */
    public Report report() {
        return new Report(outbox.handed() - outbox.rejected(), outbox.rejected(), outbox.kept(), skipped, broken);
    }

    private void read(Path file, long before, ProgressBar bar) {
        try (InputStream in = Files.newInputStream(file)) {
            CountingStream counted = new CountingStream(in);
            Runnable progress = () -> bar.show(before + counted.count(), outbox.events(), System.nanoTime());
            format.read(counted, patient, new Gathering(file, progress))
                    .ifPresent(unreadable -> broken.add(file + " " + unreadable.detail()));
            outbox.flush();
        } catch (IOException failure) {
            throw unreadable(file);
        }
    }

    private static long size(Path file) {
        if (!Files.isReadable(file) || !Files.isRegularFile(file)) {
            throw unreadable(file);
        }
        return file.toFile().length();
    }

    private static Obstacle unreadable(Path file) {
        return new Obstacle("The file " + file + " cannot be read: it is missing or may not be read.");
    }

    /** What is found in one file. */
    private final class Gathering implements Harvest {
        private final Path file;
        private final Runnable progress;

        Gathering(Path file, Runnable progress) {
            this.file = file;
            this.progress = progress;
        }

        @Override
        public void reading(String place, Reading reading) {
            String where = file + ", " + place;
            if (reading instanceof Reading.Good good) {
                outbox.add(new Line(where, EventWriter.write(good.event())));
            } else if (reading instanceof Reading.Bad bad) {
                String detail = bad.violations().stream()
                        .map(violation -> (violation.field() + " " + violation.detail()).strip())
                        .collect(Collectors.joining("; "));
                String code = bad.violations().get(0).code().code();
                outbox.refuse(new Rejection(new Line(where, new byte[0]), code, detail, false));
            }
            progress.run();
        }

        @Override
        public void skipped(String kind, String reason) {
            String item = kind + ": " + reason;
            skipped.merge(skipped.size() < KINDS || skipped.containsKey(item) ? item : "other kinds", 1L, Long::sum);
            progress.run();
        }
    }
}
