import { readFile } from 'node:fs/promises';
import { projectPath } from '../../server/project-root.ts';

export interface PageQuestion {
  name: string;
  query: string;
  variables: object;
  /** Which of the raw questions it comes to; none of those that ask for lists and published facts. */
  raw?: 'whole' | 'sector' | 'quarter' | 'project' | 'rates' | 'ranking';
}

const documents = (...names: string[]): Promise<string> =>
  Promise.all(
    names.map((name) => readFile(projectPath('web', 'src', 'lib', 'api', `${name}.graphql`), 'utf8')),
  ).then((texts) => texts.join('\n'));

/** What pages ask of a ledger, by their own documents: as they open, and in the states that their links lead to. */
export async function pageQuestions(slug: string, project: string): Promise<PageQuestion[]> {
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
    { name: 'concentration by project', query: concentration, variables: curves('PROJECT'), raw: 'project' },
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

const countries = ['US', 'IN', 'GB', 'DE', 'FR', 'BR', 'KE', 'PH', 'CA', 'NG'];
const days = [
  '2023-01-15',
  '2023-04-01',
  '2023-09-10',
  '2024-01-01',
  '2024-05-20',
  '2024-10-01',
  '2025-02-03',
];

/** Filters that no page offers as they are, each other than the ones before. */
export function freeFilters(
  sectors: readonly string[],
  professions: readonly string[],
  count: number,
): object[] {
  return Array.from({ length: count }, (_, i) => {
    const pick = <Item>(items: readonly Item[], step: number): Item => items[(i * step + 1) % items.length]!;
    const kinds = [
      { sector: [pick(sectors, 1), pick(sectors, 3)] },
      { country: [pick(countries, 1), pick(countries, 3), pick(countries, 7)] },
      { profession: [pick(professions, 1), pick(professions, 5), pick(professions, 7)] },
      {
        from: pick(
          days.filter((day) => day.endsWith('01')),
          1,
        ),
      },
      { sector: [pick(sectors, 5)], from: '2023-07-01', to: '2025-06-30' },
      { sector: [pick(sectors, 2), pick(sectors, 7)], country: [pick(countries, 2)] },
      { profession: [pick(professions, 11)], country: [pick(countries, 4), pick(countries, 1)] },
    ];
    return {
      ...kinds[i % kinds.length],
      ...(i >= kinds.length * 3 ? { to: pick(['2025-03-31', '2025-09-30'], 1) } : {}),
    };
  });
}
