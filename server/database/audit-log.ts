import type pg from 'pg';

/** What the log of administration tells of. */
export const auditActs = [
  'IMPORT',
  'RETIRE',
  'RESTORE',
  'ERASE',
  'EXPORT',
  'READ_ROWS',
  'KEY_CREATE',
  'KEY_REVOKE',
  'KEY_ROTATE',
] as const;

export type AuditAct = (typeof auditActs)[number];

/** One thing that was done. */
export interface Act {
  /** Who did it: a key by its number, ADMIN_KEY, the command line, the page of a machine of one's own. */
  readonly actor: string;
  readonly act: AuditAct;
  readonly dataset?: string | null;
  /** For people to read; never anything that tells of a contributor. */
  readonly detail?: string;
}

/** Whoever sits at the machine itself. */
export const commandLine = 'command line';

/** Writes an entry, within the transaction of what it tells where there is one: neither is there without the other. */
export async function noteAct(
  client: Pick<pg.PoolClient, 'query'>,
  { actor, act, dataset = null, detail = '' }: Act,
): Promise<void> {
  await client.query('insert into audit_entry (actor, act, dataset, detail) values ($1, $2, $3, $4)', [
    actor,
    act,
    dataset,
    detail,
  ]);
}
