package plumbline.notifier.console;

import gg.jte.TemplateOutput;
import gg.jte.generated.precompiled.JtealertGenerated;
import gg.jte.generated.precompiled.JteauditGenerated;
import gg.jte.generated.precompiled.JtecardGenerated;
import gg.jte.generated.precompiled.JtemessageGenerated;
import gg.jte.generated.precompiled.JtenewsGenerated;
import gg.jte.generated.precompiled.JtesigninGenerated;
import gg.jte.generated.precompiled.JtetriageGenerated;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.Optional;
import java.util.function.Consumer;
import plumbline.notifier.console.view.Card;
import plumbline.notifier.console.view.Story;
import plumbline.notifier.console.view.Trail;
import plumbline.notifier.door.Visitor;

/** Turns what is to be shown into HTML, every value escaped for its place. */
final class Pages {
    private final Assets assets;

    Pages(Assets assets) {
        this.assets = assets;
    }

    String triage(Visitor visitor, Triage triage) {
        Frame frame = frame("Triage", Optional.of(visitor));
        return html(out -> JtetriageGenerated.render(out, null, frame, triage));
    }

    String alert(Visitor visitor, String position, Card card, Story story) {
        Frame frame = frame(card.kind() + ", " + card.patient(), Optional.of(visitor));
        return html(out -> JtealertGenerated.render(out, null, frame, position, card, story));
    }

    String card(Card card) {
        return html(out -> JtecardGenerated.render(out, null, card));
    }

    String news(int count, int emergencies) {
        return html(out -> JtenewsGenerated.render(out, null, count, emergencies));
    }

    String audit(Visitor visitor, Trail trail) {
        Frame frame = frame("Audit", Optional.of(visitor));
        return html(out -> JteauditGenerated.render(out, null, frame, trail));
    }

    String signIn(String problem) {
        return html(out -> JtesigninGenerated.render(out, null, frame("Sign in", Optional.empty()), problem));
    }

    String message(String title, String text) {
        return html(out -> JtemessageGenerated.render(out, null, frame(title, Optional.empty()), text));
    }

    private Frame frame(String title, Optional<Visitor> visitor) {
        return new Frame(title, visitor, assets);
    }

    private static String html(Consumer<HtmlTemplateOutput> template) {
        TemplateOutput text = new StringOutput();
        template.accept(new OwaspHtmlTemplateOutput(text));
        return text.toString();
    }
}
