import { readFile } from 'node:fs/promises';
import { projectPath } from '../../server/project-root.ts';
import type { LedgerNames } from './ledger-names.ts';

export interface PageQuestion {
  name: string;
  query: string;
  variables: object;
  /** Which of the raw questions it comes to; none of those that ask for lists and published facts. */
  raw?: 'whole' | 'sector' | 'quarter' | 'project' | 'rates' | 'ranking' | 'country' | 'backgrounds';
}

const documents = (...names: string[]): Promise<string> =>
  Promise.all(
    names.map((name) => readFile(projectPath('web', 'src', 'lib', 'api', `${name}.graphql`), 'utf8')),
  ).then((texts) => texts.join('\n'));

/** Those that compare everybody with everybody, or with what is asked for. */
export const comparing = new Set([
  'experts matched to a project',
  'former employers',
  'two sectors compared',
]);

/** What pages ask of a ledger, by their own documents: as they open, and in the states that their links lead to. */
export async function pageQuestions(names: LedgerNames): Promise<PageQuestion[]> {
  const { slug } = names;
  const project = names.projects[0]!;
  const [country, profession] = [names.countries[0]!, names.professions[0]!];
  const measure = 'AMOUNT';
  const locale = 'EN';
  const concentration = await documents('concentration');
  const curves = (dimension: string, first: object = {}): object => ({
    ...{ locale, top: 0.2, dimension, withParts: true },
    ...{ first: slug, second: slug, third: slug, fourth: slug },
    ...{ firstMeasure: measure, secondMeasure: 'HOURS', thirdMeasure: 'UNITS', fourthMeasure: measure },
    ...{ withSecond: false, withThird: false, withFourth: false },
    ...first,
  });
  const experts = await documents('experts');
  const ranked = (filter: object): object => ({
    ...{ locale, ledger: slug, measure, filter, rows: true, project: '', withProject: false, first: 25 },
  });
  return [
    {
      name: 'concentration',
      query: concentration,
      variables: curves('SECTOR', { withParts: false }),
      raw: 'whole',
    },
    { name: 'concentration by sector', query: concentration, variables: curves('SECTOR'), raw: 'sector' },
    { name: 'concentration by quarter', query: concentration, variables: curves('QUARTER'), raw: 'quarter' },
    {
      name: 'concentration by project',
      query: concentration,
      variables: curves('PROJECT', { partsFilter: { project: names.projects } }),
      raw: 'project',
    },
    {
      name: 'two measures and a quarter as curves',
      query: concentration,
      variables: curves('SECTOR', {
        ...{ withSecond: true, withThird: true },
        ...{ thirdMeasure: measure, thirdFilter: { from: '2024-01-01', to: '2024-03-31' } },
      }),
      raw: 'whole',
    },
    {
      name: 'the parts of the ledger',
      query: await documents('ledger-parts'),
      variables: { locale, slug, measure },
      raw: 'project',
    },
    { name: 'experts, ranked', query: experts, variables: ranked({}), raw: 'ranking' },
    {
      name: 'experts of a project',
      query: experts,
      variables: { ...ranked({ project: [project] }), project, withProject: true },
      raw: 'ranking',
    },
    {
      name: 'experts of a country',
      query: experts,
      variables: ranked({ country: [country] }),
      raw: 'country',
    },
    {
      name: 'experts of a profession in a country',
      query: experts,
      variables: ranked({ country: [country], profession: [profession] }),
      raw: 'country',
    },
    {
      name: 'an expert',
      query: await documents('expert'),
      variables: {
        ...{ locale, ledger: slug, id: names.expert, measure },
        ...{ amount: true, hours: true, units: true, improvement: true },
      },
      raw: 'ranking',
    },
    {
      name: 'whom to match: what can be chosen',
      query: await documents('match-choices'),
      variables: { locale, ledger: slug, amount: true, searching: false },
      raw: 'backgrounds',
    },
    {
      name: 'experts matched to a project',
      query: await documents('match'),
      variables: { locale, ledger: slug, requirements: { profession: [profession], country: [country] } },
      raw: 'backgrounds',
    },
    {
      name: 'two sectors compared',
      query: await documents('concentration-difference'),
      variables: {
        first: { dataset: slug, measure, filter: { sector: [names.sectors[0]] } },
        second: { dataset: slug, measure, filter: { sector: [names.sectors[1]] } },
        top: 0.2,
      },
      raw: 'sector',
    },
    {
      name: 'hourly rates paid',
      query: await documents('realised'),
      variables: { locale, ledger: slug },
      raw: 'rates',
    },
    {
      name: 'the work on a project',
      query: await documents('project-work'),
      variables: { locale, ledger: slug, project, measure, rows: true, rates: true },
      raw: 'whole',
    },
    {
      name: 'shares of some projects',
      query: await documents('project-shares'),
      variables: { ledger: slug, measure, projects: names.projects.slice(0, 25) },
      raw: 'project',
    },
    {
      name: 'former employers',
      query: await documents('former-ledger'),
      variables: { locale, slug },
      raw: 'backgrounds',
    },
    {
      name: 'projects',
      query: await documents('projects'),
      variables: {
        locale,
        filter: { dataset: [slug] },
        orderBy: { field: 'NAME', direction: 'ASC' },
        first: 25,
      },
    },
    {
      name: 'projects by contributors',
      query: await documents('projects'),
      variables: {
        ...{ locale, filter: { dataset: [slug] }, first: 25 },
        orderBy: { field: 'CONTRIBUTORS', direction: 'DESC' },
      },
    },
    { name: 'claims', query: await documents('claims', 'claim-parts'), variables: { locale } },
    { name: 'methods', query: await documents('methods'), variables: { locale, example: 'mmteb' } },
  ];
}
