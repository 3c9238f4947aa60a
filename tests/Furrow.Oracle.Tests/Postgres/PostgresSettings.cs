namespace Furrow.Postgres;

/// <summary>Server settings: the peer gets its best documented ones for large analytical queries on a small machine, and they are printed.</summary>
public static class PostgresSettings
{
    /// <summary>Everything in memory, no compilation of one-off queries, as many workers as the machine has cores.</summary>
    public static Dictionary<string, string> Analytical(int workers) => new()
    {
        ["shared_buffers"] = "512MB",
        ["work_mem"] = "512MB",
        ["maintenance_work_mem"] = "512MB",
        ["effective_cache_size"] = "4GB",
        ["jit"] = "off",
        ["max_worker_processes"] = "16",
        ["max_parallel_workers"] = $"{workers}",
        ["max_parallel_workers_per_gather"] = $"{workers}",
        ["parallel_setup_cost"] = "0",
        ["parallel_tuple_cost"] = "0",
        ["min_parallel_table_scan_size"] = "0",
        ["random_page_cost"] = "1.1",
        ["autovacuum"] = "off",
        ["max_wal_size"] = "4GB",
        ["wal_level"] = "minimal",
        ["max_wal_senders"] = "0",
        // Durability costs the queries we time nothing; what must be durable is said where it is timed.
        ["fsync"] = "off",
        ["full_page_writes"] = "off",
        ["synchronous_commit"] = "off",
    };
}
