package plumbline.notifier;

import java.net.URI;
import java.nio.file.Path;

/**
 * Everything that the notifier is told from outside.
 *
 * @param dataDir where Kafka Streams keeps its state
 * @param console the address under which people reach the console, for links in messages
 */
public record NotifierConfig(Path dataDir, URI console, Webhooks webhooks) {}
