import type pg from 'pg';

/** Begins the one transaction of an import, with the memory that sorting and indexing all of a ledger is worth. */
export async function beginImport(client: pg.PoolClient): Promise<void> {
  // A killed import is noticed while a long statement runs, not only at its end. Not every system can tell.
  await client.query('set client_connection_check_interval = 1000').catch(() => undefined);
  // Refused where this connection has used temporary tables before; it then keeps what it has.
  await client.query(`set temp_buffers = '64MB'`).catch(() => undefined);
  await client.query('begin');
  await client.query(`set local work_mem = '128MB'; set local maintenance_work_mem = '256MB'`);
}
