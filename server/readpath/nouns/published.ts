import { sql } from 'kysely';
import {
  computed,
  digits,
  globalId,
  inLanguage,
  listBy,
  nullable,
  one,
  orNull,
  the,
  value,
} from './fields.ts';
import { marketFacts, payObservations, professions } from './lists.ts';
import type { Noun, Row } from './noun.ts';

export const sector: Noun = {
  table: 'sector',
  fields: {
    id: globalId('Sector'),
    slug: value('slug'),
    position: digits('position'),
    name: inLanguage('name'),
    dataset: one('dataset_id'),
    professions: listBy('sector_id', professions),
  },
};

export const profession: Noun = {
  table: 'profession',
  fields: {
    id: globalId('Profession'),
    socCode: value('soc_code'),
    onetTasks: nullable('onet_tasks'),
    jobZone: nullable('job_zone'),
    gdpval: value('gdpval'),
    exposure: {
      kind: 'part',
      fields: {
        gpt4Beta: nullable('exposure_gpt4_beta'),
        humanBeta: nullable('exposure_human_beta'),
        msApplicability: nullable('ms_ai_applicability'),
        aeiUsagePercent: nullable('aei_usage_percent'),
      },
    },
    title: inLanguage('title'),
    majorGroup: inLanguage('major_group'),
    sector: the('sector_id'),
    payObservations: listBy('profession_id', payObservations),
  },
};

export const organisation: Noun = {
  table: 'organisation',
  fields: {
    id: globalId('Organisation'),
    slug: value('slug'),
    name: value('name'),
    roles: value('roles'),
    aggregate: value('aggregate'),
    note: value('note'),
    parent: one('parent_id'),
    marketFacts: listBy('organisation_id', marketFacts),
  },
};

export const payObservation: Noun = {
  table: 'pay_observation',
  fields: {
    id: globalId('PayObservation'),
    key: value('key'),
    roleTitle: value('role_title'),
    professionLabel: value('profession_label'),
    basis: value('basis'),
    low: nullable('low'),
    high: nullable('high'),
    typical: computed((row) => orNull(sql`coalesce(${row.of('typical')}, ${midpoint(row)})`)),
    typicalBasis: computed((row) =>
      orNull(sql`case when ${row.of('typical')} is not null then 'PUBLISHED'
        when ${midpoint(row)} is not null then 'MIDPOINT' end`),
    ),
    currency: value('currency'),
    country: nullable('country'),
    observedOn: nullable('observed_on'),
    kind: value('kind'),
    templateBand: value('template_band'),
    note: value('note'),
    source: the('source_id'),
    platform: the('platform_id'),
    laboratory: one('laboratory_id'),
    sector: the('sector_id'),
    profession: one('profession_id'),
  },
};

/** Of a range with two ends, to six decimals. */
function midpoint(row: Row) {
  return sql`round(((${row.of('low')} + ${row.of('high')}) / 2)::numeric, 6)::float8`;
}

export const marketFact: Noun = {
  table: 'market_fact',
  fields: {
    id: globalId('MarketFact'),
    key: value('key'),
    subject: value('subject'),
    metric: value('metric'),
    value: value('value'),
    unit: value('unit'),
    asOf: nullable('as_of'),
    note: value('note'),
    source: the('source_id'),
    organisation: one('organisation_id'),
    project: one('project_id'),
  },
};

export const source: Noun = {
  table: 'source',
  fields: {
    id: globalId('Source'),
    slug: value('slug'),
    title: value('title'),
    publisher: value('publisher'),
    url: value('url'),
    publishedOn: nullable('published_on'),
    language: value('language'),
    kind: value('kind'),
    reliability: computed(
      (row) =>
        sql`case ${row.of('reliability')} when 'A' then '"HIGH"' when 'B' then '"MEDIUM"' else '"LOW"' end`,
    ),
    licence: nullable('licence'),
    note: value('note'),
    payObservations: listBy('source_id', payObservations),
    marketFacts: listBy('source_id', marketFacts),
  },
};
