package plumbline.notifier.topology;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;

/** Bounds the memory of one store to 16 MB outside the heap: 8 MB of cache, and two write buffers of 4 MB. */
public final class BoundedRocks implements RocksDBConfigSetter {
    private static final long MEBIBYTE = 1024L * 1024;

    private final LRUCache cache = new LRUCache(8 * MEBIBYTE);

    @Override
    public void setConfig(String store, Options options, Map<String, Object> settings) {
        if (options.tableFormatConfig() instanceof BlockBasedTableConfig table) {
            table.setBlockCache(cache);
            table.setCacheIndexAndFilterBlocks(true);
            options.setTableFormatConfig(table);
        }
        options.setWriteBufferSize(4 * MEBIBYTE);
        options.setMaxWriteBufferNumber(2);
    }

    @Override
    public void close(String store, Options options) {
        cache.close();
    }
}
