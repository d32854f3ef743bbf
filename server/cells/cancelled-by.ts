import type pg from 'pg';

/** Once the signal fires, the statement that runs then is the last; until what this returns is called. */
export async function cancelledBy(
  signal: AbortSignal | undefined,
  pool: pg.Pool,
  client: pg.PoolClient,
): Promise<() => void> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const cancel = (): void =>
    void pool.query('select pg_cancel_backend($1)', [rows[0]!.pid]).catch(() => undefined);
  signal?.addEventListener('abort', cancel, { once: true });
  return () => signal?.removeEventListener('abort', cancel);
}
