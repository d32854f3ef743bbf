import type { Asked } from './load.ts';
import { once } from './load.ts';

/** One list as each of the servers is asked for it: the same rows, the same fields of them. */
export interface Question {
  name: string;
  /** Of the compared statement: a cursor's key, and its type. */
  tacit: string;
  mercurius: string;
  postgraphile: string;
  /** The name of PostGraphile's list. */
  list: string;
  /** Of the order, as our cursors name it. */
  tag: string;
  /** A place somewhere in the order. */
  key: () => string;
  sql: string;
  ofLedger: boolean;
  isNested?: boolean;
}

const among = (letters: string, length: number): string =>
  Array.from({ length }, () => letters[Math.floor(Math.random() * letters.length)]).join('');
const day = (): string =>
  new Date(Date.UTC(2023, 0, 1) + Math.floor(Math.random() * 1000) * 86_400_000).toISOString().slice(0, 10);

/** Before some expert of the simulated ledger. */
const pseudonym = (): string =>
  `SIMULATED-7-000${among('0123456789', 4)}${among('abcdefghijklmnopqrstuvwxyz', 4)}`;

/** Rows of a select as one JSON text. */
const json = (rows: string): string => `select coalesce(json_agg(row), '[]')::text from (${rows}) row`;

const id = (noun: string, of: string): string =>
  `rtrim(encode(convert_to('${noun}:' || ${of}, 'UTF8'), 'base64'), '=') as id`;

const sector = `(select json_build_object('slug', slug, 'name', name_en) from sector where id = SECTOR)`;

export const questions: readonly Question[] = [
  {
    name: 'experts: 25 rows',
    tacit:
      'query ($after: String, $dataset: [String!]) { experts(first: 25, after: $after, filter: { dataset: $dataset }) { nodes { id pseudonym country } pageInfo { hasNextPage endCursor } } }',
    mercurius:
      'query ($dataset: Int!, $after: String!) { experts(dataset: $dataset, after: $after) { id pseudonym country } }',
    postgraphile:
      'query ($after: Cursor, $dataset: Int) { list: allExperts(first: 25, after: $after, condition: { datasetId: $dataset }, orderBy: PSEUDONYM_ASC) { nodes { id pseudonym country } pageInfo { hasNextPage endCursor } } }',
    list: 'experts',
    tag: 'PSEUDONYM',
    key: pseudonym,
    sql: json(
      `select ${id('Expert', 'id')}, pseudonym, country from expert where dataset_id = $1 and (pseudonym, id) > ($2, 0) order by pseudonym, expert.id limit 25`,
    ),
    ofLedger: true,
  },
  {
    name: 'earnings: 25 rows with project and sector',
    tacit:
      'query ($after: String, $dataset: [String!]) { earnings(first: 25, after: $after, filter: { dataset: $dataset }) { nodes { id period hours units reversal project { name } sector { slug name } } pageInfo { hasNextPage endCursor } } }',
    mercurius:
      'query ($dataset: Int!, $after: String!) { earnings(dataset: $dataset, after: $after) { id period hours units reversal project { name } sector { slug name } } }',
    postgraphile:
      'query ($after: Cursor, $dataset: Int) { list: allEarnings(first: 25, after: $after, condition: { datasetId: $dataset }, orderBy: PERIOD_DESC) { nodes { id period hours units reversal projectByProjectId { name } sectorBySectorId { slug nameEn } } pageInfo { hasNextPage endCursor } } }',
    list: 'earnings',
    tag: '-PERIOD',
    key: day,
    sql: json(`select ${id('Earning', `expert_id || '.' || period || '.' || id`)}, period, hours, units, reversal,
      (select json_build_object('name', name) from project where project.id = project_id) as project, ${sector.replace('SECTOR', 'sector_id')} as sector
      from earning where dataset_id = $1 and (period, id) < ($2::date, 0) order by period desc, earning.id desc limit 25`),
    ofLedger: true,
  },
  {
    name: 'professions: 25 rows with sector',
    tacit:
      'query ($after: String) { professions(first: 25, after: $after) { nodes { id socCode title jobZone gdpval sector { slug name } } pageInfo { hasNextPage endCursor } } }',
    mercurius:
      'query ($after: String!) { professions(after: $after) { id socCode title jobZone gdpval sector { slug name } } }',
    postgraphile:
      'query ($after: Cursor) { list: allProfessions(first: 25, after: $after, orderBy: SOC_CODE_ASC) { nodes { id socCode titleEn jobZone gdpval sectorBySectorId { slug nameEn } } pageInfo { hasNextPage endCursor } } }',
    list: 'professions',
    tag: 'SOC_CODE',
    key: () => `${among('123', 1)}${among('13579', 1)}-${among('0123456789', 4)}`,
    sql: json(`select ${id('Profession', 'id')}, soc_code, title_en, job_zone, gdpval, ${sector.replace('SECTOR', 'sector_id')} as sector
      from profession where (soc_code, id) > ($1, 0) order by soc_code, profession.id limit 25`),
    ofLedger: false,
  },
  {
    name: 'pay observations: 25 rows with source and platform',
    tacit:
      'query ($after: String) { payObservations(first: 25, after: $after, orderBy: { field: KEY }) { nodes { id key roleTitle low high currency observedOn source { slug title } platform { slug name } } pageInfo { hasNextPage endCursor } } }',
    mercurius:
      'query ($after: String!) { payObservations(after: $after) { id key roleTitle low high currency observedOn source { slug title } platform { slug name } } }',
    postgraphile:
      'query ($after: Cursor) { list: allPayObservations(first: 25, after: $after, orderBy: KEY_ASC) { nodes { id key roleTitle low high currency observedOn sourceBySourceId { slug title } organisationByPlatformId { slug name } } pageInfo { hasNextPage endCursor } } }',
    list: 'payObservations',
    tag: 'KEY',
    key: () => `pay-0${among('0123', 1)}${among('0123456789', 2)}${among('abcdefghijk', 3)}`,
    sql: json(`select ${id('PayObservation', 'id')}, key, role_title, low, high, currency, observed_on,
      (select json_build_object('slug', slug, 'title', title) from source where source.id = source_id) as source,
      (select json_build_object('slug', slug, 'name', name) from organisation where organisation.id = platform_id) as platform
      from pay_observation where (key, id) > ($1, 0) order by key, pay_observation.id limit 25`),
    ofLedger: false,
  },
  {
    name: '**nested**: 25 experts × 10 earnings × project × sector',
    tacit:
      'query ($after: String, $dataset: [String!]) { experts(first: 25, after: $after, filter: { dataset: $dataset }) { nodes { id pseudonym earnings(first: 10) { nodes { id period hours units project { id name } sector { slug name } } } } pageInfo { hasNextPage endCursor } } }',
    mercurius:
      'query ($dataset: Int!, $after: String!) { experts(dataset: $dataset, after: $after) { id pseudonym earnings { id period hours units project { id name } sector { slug name } } } }',
    postgraphile:
      'query ($after: Cursor, $dataset: Int) { list: allExperts(first: 25, after: $after, condition: { datasetId: $dataset }, orderBy: PSEUDONYM_ASC) { nodes { id pseudonym earningsByExpertId(first: 10, orderBy: PERIOD_DESC) { nodes { id period hours units projectByProjectId { id name } sectorBySectorId { slug nameEn } } } } pageInfo { hasNextPage endCursor } } }',
    list: 'experts',
    tag: 'PSEUDONYM',
    key: pseudonym,
    sql: json(`select ${id('Expert', 'expert.id')}, pseudonym, (
        select json_agg(page) from (
          select ${id('Earning', `expert_id || '.' || period || '.' || earning.id`)}, period, hours, units,
            json_build_object('id', ${id('Project', 'project.id').replace(' as id', '')}, 'name', project.name) as project,
            json_build_object('slug', sector.slug, 'name', sector.name_en) as sector
          from (select * from earning where earning.expert_id = expert.id and earning.dataset_id = $1 order by period desc, id desc limit 10) earning
          left join project on project.id = earning.project_id left join sector on sector.id = earning.sector_id
        ) page) as earnings
      from (select id, pseudonym from expert where dataset_id = $1 and (pseudonym, id) > ($2, 0) order by pseudonym, id limit 25) expert`),
    ofLedger: true,
    isNested: true,
  },
];

export interface Ledger {
  id: number;
  slug: string;
}

/** Ours, each time from another place in the list, so that no answer was given before. */
export function askTacit({ tacit, tag, key, ofLedger }: Question, { slug }: Ledger): () => Asked {
  return () => {
    const after = Buffer.from(JSON.stringify([tag, key(), Math.floor(Math.random() * 1e9)])).toString(
      'base64url',
    );
    return posted({ query: tacit, variables: { after, ...(ofLedger && { dataset: [slug] }) } });
  };
}

export function askMercurius({ mercurius, key, ofLedger }: Question, { id: dataset }: Ledger): () => Asked {
  return () => posted({ query: mercurius, variables: { after: key(), ...(ofLedger && { dataset }) } });
}

export function askCeiling({ name, key, ofLedger }: Question, { id: dataset }: Ledger): () => Asked {
  return () => posted({ list: name, values: ofLedger ? [dataset, key()] : [key()] });
}

/** PostGraphile's cursors are its own: pages are walked beforehand, and asked for again in any order. */
export async function askPostGraphile(
  url: string,
  { postgraphile, ofLedger }: Question,
  { id: dataset }: Ledger,
): Promise<() => Asked> {
  const ask = (after: string | null): Asked =>
    posted({ query: postgraphile, variables: { after, ...(ofLedger && { dataset }) } });
  const cursors: (string | null)[] = [null];
  while (cursors.length < 100) {
    const { data } = (await once(url, ask(cursors.at(-1)!))) as {
      data: { list: { pageInfo: { hasNextPage: boolean; endCursor: string } } };
    };
    if (!data.list.pageInfo.hasNextPage) break;
    cursors.push(data.list.pageInfo.endCursor);
  }
  return () => ask(cursors[Math.floor(Math.random() * cursors.length)]!);
}

/** By GET, of one who has the answer. */
export async function askKnown(url: string, question: Question, ledger: Ledger): Promise<() => Asked> {
  const { body = '{}' } = askTacit(question, ledger)();
  const { query, variables } = JSON.parse(body) as { query: string; variables: unknown };
  const path = `/graphql?${new URLSearchParams({ query, variables: JSON.stringify(variables) }).toString()}`;
  const response = await fetch(new URL(path, url), { headers: { 'apollo-require-preflight': '1' } });
  const headers = { 'apollo-require-preflight': '1', 'if-none-match': response.headers.get('etag') ?? '' };
  return () => ({ method: 'GET', path, headers });
}

/** The same request of one who takes any answer of that length. */
export function askNothing(asked: Asked, bytes: number): () => Asked {
  return () => ({ ...asked, headers: { ...asked.headers, 'x-bytes': String(bytes) } });
}

function posted(body: unknown): Asked {
  return { body: JSON.stringify(body) };
}
