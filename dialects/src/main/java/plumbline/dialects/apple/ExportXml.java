package plumbline.dialects.apple;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import plumbline.dialects.Decoded;
import plumbline.dialects.Harvest;

/** Walks the document: its records one by one, none of them kept. No entity is resolved and no DTD read. */
final class ExportXml {
    private static final String ROOT = "HealthData";
    private static final int MOST_ATTRIBUTES = 64;

    /**
     * Bounds on entities, lifted: newer JDKs count each escaped angle bracket, of which every record has several. No other entity can exist,
     * because none is declared where no DTD is read.
     */
    private static final List<String> COUNTED_BY_JDK = List.of(
            "jdk.xml.entityExpansionLimit", "jdk.xml.totalEntitySizeLimit", "jdk.xml.maxGeneralEntitySizeLimit");

    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader xml;
    private final HealthRecords records;
    private final Harvest harvest;

    private ExportXml(XMLStreamReader xml, HealthRecords records, Harvest harvest) {
        this.xml = xml;
        this.records = records;
        this.harvest = harvest;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        for (String limit : COUNTED_BY_JDK) {
            factory.setProperty(limit, "0");
        }
        return factory;
    }

    static Optional<Decoded.Unreadable> read(InputStream in, String patient, Harvest harvest) throws IOException {
        Watched watched = new Watched(in);
        try {
            return new ExportXml(open(watched), new HealthRecords(patient), harvest).walk();
        } catch (XMLStreamException broken) {
            watched.rethrow();
            return Optional.of(new Decoded.Unreadable(watched.looksLikeHtml() ? HTML : describe(broken)));
        }
    }

    private static XMLStreamReader open(InputStream in) throws XMLStreamException {
        try {
            return FACTORY.createXMLStreamReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (RuntimeException insides) {
            throw new XMLStreamException(insides);
        }
    }

    /** Moves on. The JDK's reader answers some broken documents with exceptions of its insides. */
    private int next() throws XMLStreamException {
        try {
            return xml.next();
        } catch (RuntimeException insides) {
            throw new XMLStreamException(insides);
        }
    }

    private static final String HTML =
            "is a web page, not an export of Apple Health; in the Health app choose Export All Health Data";

    private static String describe(XMLStreamException broken) {
        int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber();
        return "is not XML" + (line > 0 ? " from line " + line : "")
                + "; was it cut short? What stands before that was read";
    }

    private Optional<Decoded.Unreadable> walk() throws XMLStreamException {
        int depth = 0;
        while (xml.hasNext()) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (depth == 0 && !xml.getLocalName().equals(ROOT)) {
                        return Optional.of(new Decoded.Unreadable(
                                xml.getLocalName().equalsIgnoreCase("html")
                                        ? HTML
                                        : "is XML of another kind; an export of Apple Health begins with <" + ROOT
                                                + ">"));
                    }
                    depth++;
                    if (depth == 2) {
                        element();
                        depth--;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.ENTITY_REFERENCE -> {
                    return Optional.of(
                            new Decoded.Unreadable("is not XML without entities of its own, which are not read"));
                }
                default -> {}
            }
        }
        return Optional.empty();
    }

    /** Reads one child of the root to its end. */
    private void element() throws XMLStreamException {
        String name = xml.getLocalName();
        String place = "line " + xml.getLocation().getLineNumber();
        Map<String, String> attributes = attributes();
        rest(attributes);
        switch (name) {
            case "Record" -> records.record(place, attributes, harvest);
            case "Workout" -> records.workout(place, attributes, harvest);
            case "ExportDate", "Me" -> {}
            default -> harvest.skipped(name, "carries nothing that an event has a field for");
        }
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < Math.min(xml.getAttributeCount(), MOST_ATTRIBUTES); i++) {
            attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        return attributes;
    }

    /** Reads on to the end of the element, and takes from its children the time zone where one is noted. */
    private void rest(Map<String, String> attributes) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (depth == 2 && HealthTime.ZONE.equals(xml.getAttributeValue(null, "key"))) {
                    Optional.ofNullable(xml.getAttributeValue(null, "value"))
                            .ifPresent(zone -> attributes.put(HealthTime.ZONE, zone));
                }
            }
        }
    }
}
