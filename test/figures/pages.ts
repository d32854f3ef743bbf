import type { House } from './support.ts';

/** Every page that has figures, at an address with some; those of one expert and one project come from the data. */
export async function pagesWithFigures(house: Pick<House, 'ask'>): Promise<string[]> {
  const { experts, projects } = await house.ask<Record<'experts' | 'projects', { nodes: { id: string }[] }>>(
    '{ experts(first: 1) { nodes { id } } projects(first: 1) { nodes { id } } }',
  );
  return [
    '/',
    '/claims/up-to-200-an-hour',
    '/concentration',
    '/pay',
    '/conversion',
    '/market',
    '/know-how',
    '/organisations',
    '/organisations/mercor',
    '/professions/23-1011',
    '/experts',
    `/experts/${experts.nodes[0]!.id}`,
    '/experts/match?rate=10',
    '/projects',
    `/projects/${projects.nodes[0]!.id}`,
  ];
}

/** The name of a page's first figure, as its form sends it. */
export async function leadOf(house: Pick<House, 'get'>, page: string): Promise<string> {
  const html = await (await house.get(page)).text();
  return /name="figure" value="([^"]+)"/.exec(html)?.[1] ?? `none on ${page}`;
}
