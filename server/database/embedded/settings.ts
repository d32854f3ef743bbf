/**
 * How PostgreSQL is set for one small analytic service on one machine. Given on the command line, so that the
 * settings of this version hold for a data folder of any age.
 */
const settings: Record<string, string> = {
  max_connections: '50',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '32MB',
  maintenance_work_mem: '128MB',
  // Nobody replicates an embedded database: rows copied into a new table need no log of their own.
  wal_level: 'minimal',
  max_wal_senders: '0',
  // Writing pages whole takes less time than pressing them: this build knows no method but the slowest.
  wal_compression: 'off',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  synchronous_commit: 'on',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  logging_collector: 'off',
  log_line_prefix: '%m [%p] ',
  // Rows of a private ledger must not reach the log with the statement that failed on them.
  log_min_error_statement: 'panic',
};

/** Where PostgreSQL listens: a socket in a folder that only its owner enters, or (Windows) this machine alone. */
export type Listening = { socketFolder: string } | { port: number };

/** The port in the name of the socket; no network port is opened. */
export const socketPort = 5432;

/** The settings as arguments of `postgres`. */
export function settingArguments(listening: Listening): string[] {
  const listen: Record<string, string> =
    'port' in listening
      ? { listen_addresses: '127.0.0.1', port: String(listening.port), unix_socket_directories: '' }
      : {
          listen_addresses: '',
          port: String(socketPort),
          unix_socket_directories: listening.socketFolder,
          unix_socket_permissions: '0700',
        };
  return Object.entries({ ...settings, ...listen }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
