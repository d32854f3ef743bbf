import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { to as copyTo } from 'pg-copy-streams';
import type { Database } from '../../server/database/connect.ts';

/** The columns of the file, by the options of `import` that map them. */
export const releaseColumns = [
  ...['project', 'sector', 'profession', 'date', 'units', 'hours', 'amount', 'currency', 'improvement'],
] as const;

/**
 * Writes what a ledger's next quarter could be: its own people on its own projects, in the proportion of the work done so far, one
 * row in fifty by somebody new. So the release touches the whole, every sector and profession, nearly every project, a quarter
 * and a year or two.
 */
export async function writeNextRelease(
  { pool }: Database,
  { datasetId, path, rows }: { datasetId: number; path: string; rows: number },
): Promise<void> {
  const client = await pool.connect();
  try {
    const { rows: counted } = await client.query<{ all: number }>(
      'select sum(rows_added)::int as all from release where dataset_id = $1',
      [datasetId],
    );
    const percent = Math.min(100, (110 * rows) / counted[0]!.all);
    await client.query('select setseed(0.5)');
    const sql = `copy (
      select case when random() < 0.02 then 'new-' || floor(random() * ${Math.ceil(rows / 70)}) else expert.pseudonym end as expert,
        project.key as project, sector.slug as sector, profession.soc_code as profession,
        latest.day + 1 + floor(random() * 89)::int as date, fact.units, fact.hours,
        round(fact.amount_minor * (0.8 + 0.4 * random())) / 100 as amount, fact.currency, fact.improvement
      from (select * from earning tablesample bernoulli (${percent}) repeatable (1)
        where dataset_id = ${datasetId} limit ${rows}) fact
      join expert on expert.id = fact.expert_id
      left join project on project.id = fact.project_id
      left join sector on sector.id = fact.sector_id
      left join profession on profession.id = fact.profession_id
      cross join (select max(period) as day from earning where dataset_id = ${datasetId}) latest
    ) to stdout (format csv, header)`;
    await pipeline(client.query(copyTo(sql)), createWriteStream(path));
  } finally {
    client.release();
  }
}
