package plumbline.notifier.console;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Response;
import plumbline.contract.alert.Alert;
import plumbline.notifier.console.view.Card;
import plumbline.notifier.desk.Deed;
import plumbline.notifier.desk.FrontDesk;
import plumbline.notifier.desk.Wish;
import plumbline.notifier.door.Visitor;
import plumbline.notifier.door.Visitors;

/** Takes the forms by which somebody acts on an alert. A script gets the new card, a plain browser is sent on to a page. */
final class Acknowledging {
    private final FrontDesk desk;
    private final Visitors visitors;
    private final Reading reading;
    private final Pages pages;
    private final InstantSource clock;

    Acknowledging(FrontDesk desk, Visitors visitors, Reading reading, Pages pages, InstantSource clock) {
        this.desk = desk;
        this.visitors = visitors;
        this.reading = reading;
        this.pages = pages;
        this.clock = clock;
    }

    /** The button of a card. */
    void acknowledge(Exchange exchange, Visitor visitor, String id) {
        answer(exchange, visitor, id, Wishes::acknowledge);
    }

    /** The forms of an alert's own page. */
    void act(Exchange exchange, Visitor visitor, String id) {
        answer(exchange, visitor, id, form -> Wishes.of(form, clock.instant()));
    }

    private void answer(Exchange exchange, Visitor visitor, String id, Function<Exchange.Form, Wishes.Asked> wishes) {
        exchange.form(form -> {
            Wishes.Asked asked = wishes.apply(form);
            Optional<Alert> alert = reading.find(visitor, id);
            if (!visitors.isTheirs(exchange.request(), visitor, form.get("proof"))) {
                refuse(exchange, "The form is not from your session. Load the page again and retry.");
            } else if (!visitor.mayAct()) {
                refuse(exchange, "Your token does not allow to act on alerts (alerts:act).");
            } else if (alert.isEmpty()) {
                reading.absent(exchange);
            } else if (asked instanceof Wishes.Asked.Incomplete incomplete) {
                Card card = card(visitor, alert.get()).noting("Not done. " + incomplete.remedy() + ", then retry.");
                reading.alert(exchange, visitor, HttpStatus.UNPROCESSABLE_ENTITY_422, card);
            } else if (asked instanceof Wishes.Asked.For wish) {
                carryOut(exchange, visitor, alert.get(), wish.wish());
            }
        });
    }

    private void refuse(Exchange exchange, String why) {
        exchange.page(HttpStatus.FORBIDDEN_403, pages.message("Not done", why));
    }

    private void carryOut(Exchange exchange, Visitor visitor, Alert alert, Wish wish) {
        var unused = desk.act(alert, wish.by(visitor.caller().subject(), alert, clock.instant()))
                .whenComplete((deed, failure) -> {
                    if (failure == null) {
                        show(exchange, visitor, deed);
                    } else {
                        Response.writeError(exchange.request(), exchange.response(), exchange.callback(), failure);
                    }
                });
    }

    private void show(Exchange exchange, Visitor visitor, Deed deed) {
        if (deed instanceof Deed.Done done) {
            shown(exchange, card(visitor, done.alert()));
        } else if (deed instanceof Deed.Pending pending) {
            shown(exchange, card(visitor, pending.alert()).noting("Taken; it will show in a moment."));
        } else if (deed instanceof Deed.Stale stale) {
            Card card = card(visitor, stale.alert())
                    .noting("Not done: the alert has changed since you read it, or: " + stale.why()
                            + ". This is how it stands now.");
            notDone(exchange, visitor, HttpStatus.CONFLICT_409, card);
        } else if (deed instanceof Deed.NotKept notKept) {
            Card card = card(visitor, notKept.alert()).noting("Not done: it could not be stored. Try again.");
            notDone(exchange, visitor, HttpStatus.SERVICE_UNAVAILABLE_503, card);
        }
    }

    private Card card(Visitor visitor, Alert alert) {
        return Card.of(alert, clock.instant(), visitor.form());
    }

    private void shown(Exchange exchange, Card card) {
        if (exchange.wantsPart()) {
            exchange.page(HttpStatus.OK_200, pages.card(card));
        } else {
            exchange.redirect("/#alert-" + card.id());
        }
    }

    private void notDone(Exchange exchange, Visitor visitor, int status, Card card) {
        if (exchange.wantsPart()) {
            exchange.page(status, pages.card(card));
        } else {
            reading.alert(exchange, visitor, status, card);
        }
    }
}
