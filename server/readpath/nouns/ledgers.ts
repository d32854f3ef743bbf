import { sql } from 'kysely';
import { minorUnitDigits } from '../../money/minor-units.ts';
import {
  computed,
  digits,
  globalId,
  inLanguage,
  listBy,
  moment,
  nullable,
  one,
  orNull,
  the,
  value,
} from './fields.ts';
import { earningsOf, expertsOf, marketFacts, projectsOf } from './lists.ts';
import type { Noun, Row, Sql } from './noun.ts';

export const dataset: Noun = {
  table: 'dataset',
  fields: {
    id: globalId('Dataset'),
    slug: value('slug'),
    kind: value('kind'),
    licence: nullable('licence'),
    citation: nullable('citation'),
    protected: value('protected'),
    allotment: nullable('allotment'),
    measures: value('measures'),
    createdAt: moment('created_at'),
    retiredAt: moment('retired_at'),
    title: inLanguage('title'),
    about: inLanguage('about'),
    unit: inLanguage('unit'),
    source: one('source_id'),
    experts: listBy('dataset_id', expertsOf),
    projects: listBy('dataset_id', projectsOf),
    earnings: listBy('dataset_id', earningsOf),
  },
};

export const expert: Noun = {
  table: 'expert',
  fields: {
    id: globalId('Expert'),
    pseudonym: value('pseudonym'),
    country: nullable('country'),
    seniority: nullable('seniority'),
    formerEmployer: nullable('former_employer'),
    dataset: the('dataset_id'),
    profession: one('profession_id'),
    earnings: listBy('expert_id', earningsOf, { shared: 'dataset_id' }),
  },
};

export const project: Noun = {
  table: 'project',
  fields: {
    id: globalId('Project'),
    key: value('key'),
    name: value('name'),
    kind: value('kind'),
    startedOn: nullable('started_on'),
    endedOn: nullable('ended_on'),
    note: value('note'),
    dataset: the('dataset_id'),
    sector: one('sector_id'),
    laboratory: one('laboratory_id'),
    platform: one('platform_id'),
    source: one('source_id'),
    earnings: listBy('project_id', earningsOf, { shared: 'dataset_id' }),
    marketFacts: listBy('project_id', marketFacts),
  },
};

export const earning: Noun = {
  table: 'earning',
  fields: {
    id: globalId(
      'Earning',
      (row) => sql`${row.of('expert_id')}, '.', ${row.of('period')}, '.', ${row.of('id')}`,
    ),
    period: computed((row) => orNull(sql`case when ${row.of('quarter')} <> 0 then ${row.of('period')} end`)),
    amount: {
      kind: 'part',
      fields: {
        amount: computed((row) => sql`concat('"', ${decimal(row)}, '"')`),
        currency: value('currency'),
      },
      present: (row) => sql`(${row.of('amount_minor')} is not null and ${row.of('currency')} <> '')`,
    },
    hours: nullable('hours'),
    units: value('units'),
    improvement: nullable('improvement'),
    reversal: value('reversal'),
    dataset: the('dataset_id'),
    expert: the('expert_id'),
    project: one('project_id'),
    sector: one('sector_id'),
    profession: one('profession_id'),
    release: {
      kind: 'reference',
      column: 'release_id',
      required: true,
      leaf: { table: 'release', of: digits('number') },
    },
  },
};

/** The currencies that are not parted into a hundred, by their digits. */
const unusual = Map.groupBy(Intl.supportedValuesOf('currency'), minorUnitDigits);

/** An amount of minor units in major ones, with as many digits as its currency has. */
function decimal(row: Row): Sql {
  const amount = row.of('amount_minor');
  const cases = [...unusual]
    .filter(([count]) => count !== 2)
    .map(([count, currencies]) => {
      const among = sql.join(currencies.map((currency) => sql.lit(currency)));
      return sql`when ${row.of('currency')} in (${among}) then ${inMajor(amount, count)}`;
    });
  return sql`case ${sql.join(cases, sql` `)} else ${inMajor(amount, 2)} end`;
}

function inMajor(amount: Sql, count: number): Sql {
  if (count === 0) return sql`${amount}::text`;
  return sql`round(${amount} / ${sql.lit(10 ** count)}::numeric, ${sql.lit(count)})::text`;
}
