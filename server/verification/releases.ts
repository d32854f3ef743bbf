import { Findings, ledgersOf, type Check } from './check.ts';

/** What a release says of itself beside what its facts come to. */
interface Counted {
  number: number;
  added: number;
  reversed: number;
  contributors: number;
  says_added: number;
  says_reversed: number;
  says_contributors: number;
}

/**
 * A contributor of a release is somebody whose rows, reversed ones taken off, are more than none. Facts only ever add up, so
 * each release brings the contributors that become so with it and takes away those that cease to be.
 */
const countedSql = `
  with moved as (
    select release_id, expert_id, count(*) filter (where not reversal) as added,
      count(*) filter (where reversal) as reversed
    from earning where dataset_id = $1 group by release_id, expert_id
  ),
  standing as (
    select moved.*, release.number,
      sum(added - reversed) over (partition by expert_id order by release.number) as rows_now
    from moved join release on release.id = moved.release_id
  ),
  brought as (
    select release_id, sum(added) as added, sum(reversed) as reversed,
      sum((rows_now > 0)::int - (rows_now - added + reversed > 0)::int) as came
    from standing group by release_id
  )
  select release.number, coalesce(added, 0)::bigint as added, coalesce(reversed, 0)::bigint as reversed,
    coalesce(sum(came) over (order by release.number), 0)::bigint as contributors,
    rows_added as says_added, rows_reversed as says_reversed, release.contributors as says_contributors
  from release left join brought on brought.release_id = release.id
  where release.dataset_id = $1 order by release.number`;

/** Every release says how many rows it added and reversed, and how many contribute: the facts say the same. */
export const releaseCounts: Check = {
  name: 'releases: rows added, rows reversed, contributors from the facts',
  async run(client) {
    const findings = new Findings();
    for (const { id, slug } of await ledgersOf(client)) {
      const { rows } = await client.query<Counted>(countedSql, [id]);
      for (const row of rows) {
        findings.compared();
        const facts = [row.added, row.reversed, row.contributors].map(Number).join(', ');
        const says = [row.says_added, row.says_reversed, row.says_contributors].join(', ');
        if (facts !== says)
          findings.differs(`release ${row.number} of ${slug} says ${says}; facts: ${facts}`);
      }
    }
    return findings.all;
  },
};

/** Releases are numbered without a gap, and the dataset is at the last of them: no half release, and none lost. */
export const releaseNumbers: Check = {
  name: 'datasets: releases without a gap, version at the last',
  async run(client) {
    const findings = new Findings();
    const { rows } = await client.query<{ slug: string; version: number; last: number; releases: number }>(
      `select slug, version, coalesce(max(number), 0)::int as last, count(number)::int as releases
       from dataset left join release on release.dataset_id = dataset.id group by dataset.id order by slug`,
    );
    for (const { slug, version, last, releases } of rows) {
      findings.compared();
      if (version !== last || releases !== last)
        findings.differs(`${slug} is at ${version}; it has ${releases} releases, the last is ${last}`);
    }
    return findings.all;
  },
};
