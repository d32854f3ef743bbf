import type { Database } from '../database/connect.ts';
import type { Surroundings } from './command.ts';

/** Prints the log of administration, the latest last: of one dataset, or all of it. Returns the exit code. */
export async function printLog(
  { kysely }: Pick<Database, 'kysely'>,
  slug: string | undefined,
  json: boolean,
  { out }: Pick<Surroundings, 'out'>,
): Promise<number> {
  let entries = kysely.selectFrom('audit_entry').selectAll().orderBy('id');
  if (slug !== undefined) entries = entries.where('dataset', '=', slug);
  const rows = await entries.execute();
  if (json) out(`${JSON.stringify(rows, null, 2)}\n`);
  else if (rows.length === 0) out('Nothing is noted yet.\n');
  for (const { at, actor, act, dataset, detail } of json ? [] : rows) {
    const time = `${at.toISOString().slice(0, 19).replace('T', ' ')}Z`;
    out(`${[time, actor.padEnd(12), act.padEnd(10), dataset ?? '', detail].join('  ').trimEnd()}\n`);
  }
  return 0;
}
