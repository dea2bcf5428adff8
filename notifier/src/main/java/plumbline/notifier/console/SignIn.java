package plumbline.notifier.console;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import plumbline.chassis.auth.Caller;
import plumbline.notifier.access.AccessKind;
import plumbline.notifier.door.Footprints;
import plumbline.notifier.door.Visitor;
import plumbline.notifier.door.Visitors;

/** Signing in with a token and out again. */
final class SignIn {
    private static final Caller NOBODY = new Caller("", Set.of(), Optional.empty(), Optional.empty());

    private final Visitors visitors;
    private final Footprints footprints;
    private final Pages pages;

    SignIn(Reception reception, Pages pages) {
        this.visitors = reception.visitors();
        this.footprints = reception.footprints();
        this.pages = pages;
    }

    void show(Request request, Response response, Callback callback, Map<String, String> path) {
        Exchange exchange = new Exchange(request, response, callback);
        if (visitors.isOpen()) {
            exchange.redirect("/");
        } else {
            exchange.page(HttpStatus.OK_200, pages.signIn(""));
        }
    }

    void signIn(Request request, Response response, Callback callback, Map<String, String> path) {
        Exchange exchange = new Exchange(request, response, callback);
        exchange.form(form -> {
            if (!visitors.isFromHere(request)) {
                refuse(exchange);
                return;
            }
            Optional<Caller> caller =
                    visitors.signIn(response, form.get("token").strip());
            footprints.follow(request, response, caller.orElse(NOBODY), AccessKind.SIGNED_IN, "");
            if (caller.isPresent()) {
                exchange.redirect("/");
            } else {
                String problem = "This token does not open the console. It must be valid and allow alerts:read.";
                exchange.page(HttpStatus.FORBIDDEN_403, pages.signIn(problem));
            }
        });
    }

    void signOut(Request request, Response response, Callback callback, Map<String, String> path) {
        Exchange exchange = new Exchange(request, response, callback);
        exchange.form(form -> {
            Optional<Visitor> visitor = visitors.visitor(request, response);
            if (visitor.isPresent() && !visitors.isTheirs(request, visitor.get(), form.get("proof"))) {
                refuse(exchange);
            } else {
                visitor.ifPresent(
                        known -> footprints.follow(request, response, known.caller(), AccessKind.SIGNED_OUT, ""));
                visitors.signOut(request, response);
                exchange.redirect("/sign-in");
            }
        });
    }

    private void refuse(Exchange exchange) {
        String text = "The form did not come from this console. Load the page again and retry.";
        exchange.page(HttpStatus.FORBIDDEN_403, pages.message("Not done", text));
    }
}
