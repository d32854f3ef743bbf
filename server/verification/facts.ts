import { Findings, ledgersOf, type Check } from './check.ts';

/** What every fact refers to, without foreign keys: the condition that it is there and of the same dataset. */
const referring: Record<string, string> = {
  expert:
    'exists (select from expert where expert.id = expert_id and expert.dataset_id = earning.dataset_id)',
  project:
    'project_id = 0 or exists (select from project where project.id = project_id and project.dataset_id = earning.dataset_id)',
  sector: 'sector_id = 0 or exists (select from sector where sector.id = sector_id)',
  profession: 'profession_id = 0 or exists (select from profession where profession.id = profession_id)',
  release:
    'exists (select from release where release.id = release_id and release.dataset_id = earning.dataset_id)',
  quarter: `quarter = case when period = date '0001-01-01' then 0
    else extract(year from period)::int * 4 + extract(quarter from period)::int - 1 end`,
};

/** No fact hangs in the air: its expert, project, sector, profession and release are there. */
export const factReferences: Check = {
  name: 'facts: expert, project, sector, profession, release there; quarter of the day',
  async run(client) {
    const findings = new Findings();
    const faults = Object.entries(referring).map(
      ([name, condition]) => `count(*) filter (where not (${condition}))::bigint as ${name}`,
    );
    for (const { id, slug } of await ledgersOf(client)) {
      const { rows } = await client.query<Record<string, number>>(
        `select count(*)::bigint as checked, ${faults.join(', ')} from earning where dataset_id = $1`,
        [id],
      );
      const { checked, ...counts } = rows[0]!;
      findings.compared(Number(checked));
      for (const [name, count] of Object.entries(counts))
        if (Number(count) > 0)
          findings.differs(`${slug}: ${count} facts without their ${name}`, Number(count));
    }
    return findings.all;
  },
};

/** A reversal takes back a row that is there: no row is taken back more often than it was given. */
export const reversals: Check = {
  name: 'facts: no row reversed more often than it was added',
  async run(client) {
    const findings = new Findings();
    for (const { id, slug } of await ledgersOf(client)) {
      const { rows } = await client.query<{ checked: number; different: number }>(
        `select count(*)::bigint as checked, count(*) filter (where balance not in (0, 1))::bigint as different
         from (select sum(case when reversal then -1 else 1 end) as balance from earning where dataset_id = $1
           group by row_key) kept`,
        [id],
      );
      findings.compared(Number(rows[0]!.checked));
      const different = Number(rows[0]!.different);
      if (different > 0)
        findings.differs(`${slug}: ${different} rows whose reversals do not add up`, different);
    }
    return findings.all;
  },
};
