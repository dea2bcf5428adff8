package plumbline.chassis.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpStatus;

/** The routes by which operators watch a service: liveness, readiness and metrics. They need no token. */
public final class Upkeep {

    private Upkeep() {}

    /**
     * Adds the routes, and the gauge {@code plumbline_ready}, 1 or 0, by which alert rules see readiness.
     *
     * @param readiness asked at each request and scrape; must not wait
     */
    public static void add(Routes routes, PrometheusMeterRegistry metrics, Supplier<Readiness> readiness) {
        Gauge.builder("plumbline_ready", () -> readiness.get().ready() ? 1 : 0)
                .description("Whether the service can do its work now")
                .register(metrics);
        routes.add(
                        "GET",
                        "/health/live",
                        (request, response, callback, path) ->
                                Answers.json(response, callback, HttpStatus.OK_200, Map.of("status", "up")))
                .add("GET", "/health/ready", (request, response, callback, path) -> {
                    Readiness now = readiness.get();
                    int status = now.ready() ? HttpStatus.OK_200 : HttpStatus.SERVICE_UNAVAILABLE_503;
                    Map<String, Object> body =
                            Map.of("status", now.ready() ? "ready" : "not-ready", "parts", now.parts());
                    Answers.json(response, callback, status, body);
                })
                .add(
                        "GET",
                        "/metrics",
                        (request, response, callback, path) -> Answers.text(
                                response,
                                callback,
                                HttpStatus.OK_200,
                                "text/plain; version=0.0.4; charset=utf-8",
                                metrics.scrape()));
    }
}
