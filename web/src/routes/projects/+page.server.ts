import { askWhatFits, unlessMisread } from '../../lib/api/ask.ts';
import { measures, type Measure } from '../../lib/api/common.ts';
import { excerpt } from '../../lib/api/excerpt.ts';
import {
  projectShares,
  projectsPage,
  type ListedProject,
  type ProjectDataset,
  type ProjectFilter,
  type ProjectsResult,
} from '../../lib/api/projects.ts';
import { graphLocale } from '../../lib/i18n/locale.ts';
import { Address, cursor, slug } from '../../lib/url-state/address.ts';
import { settle } from '../../lib/url-state/settle.ts';
import type { PageServerLoad } from './$types';

const pageSize = 25;
const record = 'public-record';
const kept = ['ledger', 'sector', 'laboratory', 'platform'] as const;
type Filters = Partial<Record<(typeof kept)[number], string | undefined>>;

/** Projects of ledgers and of the published record, a page at a time. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const address = new Address(url.searchParams);
  const locale = graphLocale(locals.locale);
  const given: Filters = {
    ledger: address.text('ledger', slug),
    sector: address.text('sector', slug),
    laboratory: address.text('laboratory', slug),
    platform: address.text('platform', slug),
  };
  const asked = address.one('measure', measures);
  const after = address.text('after', cursor);
  const before = after === undefined ? address.text('before', cursor) : undefined;

  let real: string[] | undefined;
  const read = (state: Filters, page: object) => {
    const variables = { locale, filter: filterOf(state, real), orderBy: orderOf(state), ...page };
    return askWhatFits(projectsPage, variables).then((result) => ({ result, variables, state }));
  };
  const unfiltered = await read({}, { first: pageSize });
  const known = namesOf(unfiltered.result);
  const state = { ...given };
  for (const name of kept) {
    const value = state[name];
    if (value === undefined || known[name].has(value)) continue;
    address.reset(name, value);
    state[name] = undefined;
  }
  // Projects that never were are shown where their ledger is asked for, not among those that were.
  const { nodes } = unfiltered.result.datasets;
  if (asked !== undefined && asked === nodes.find((one) => one.slug === state.ledger)?.measures[0])
    address.usual('measure', asked);
  settle(url, address);
  if (nodes.some(({ kind }) => kind === 'SIMULATED'))
    real = nodes.filter(({ kind }) => kind !== 'SIMULATED').map((one) => one.slug);
  const size = state.ledger === record ? 2 * pageSize : pageSize;
  const page = before === undefined ? { first: size, after } : { last: size, before };
  const plain =
    real === undefined &&
    kept.every((name) => state[name] === undefined) &&
    after === undefined &&
    before === undefined;
  let answer = plain ? unfiltered : await unlessMisread(read(state, page));
  if (!answer?.result.projects || answer.result.projects.nodes.length === 0) {
    for (const [name, value] of Object.entries({ after, before })) if (value) address.reset(name, value);
    answer = await read(state, { first: size });
  }
  const { result, variables } = answer;
  const ledger = result.datasets.nodes.find((one) => one.slug === state.ledger);
  const measure = measureOf(ledger, asked, address);
  return {
    projects: result.projects,
    shares: await sharesOf(ledger, measure, result.projects.nodes),
    datasets: result.datasets.nodes,
    sectors:
      ledger && ledger.sectors.length > 0
        ? ledger.sectors
        : result.sectors.nodes.filter(({ dataset }) => dataset === null),
    laboratories: withProjects(result.laboratories.nodes),
    platforms: withProjects(result.platforms.nodes),
    ledger,
    measure,
    state: { ...state, turned: after !== undefined || before !== undefined },
    resets: address.resets,
    release: ledger?.release,
    query: excerpt(projectsPage.document, variables, ['projects']),
  };
};

/** Nobody says how many worked on published projects: those come newest first. */
function orderOf({ ledger }: Filters) {
  return { field: ledger === record ? 'STARTED_ON' : 'CONTRIBUTORS', direction: 'DESC' } as const;
}

function filterOf(
  { ledger, sector, laboratory, platform }: Filters,
  real: string[] | undefined,
): ProjectFilter {
  const dataset = ledger ? [ledger] : real;
  return {
    ...(dataset ? { dataset } : {}),
    ...(sector ? { sector: [sector] } : {}),
    ...(laboratory ? { laboratory: [laboratory] } : {}),
    ...(platform ? { platform: [platform] } : {}),
  };
}

const withProjects = <T extends { projects: { totalCount: number } }>(nodes: readonly T[]) =>
  nodes.filter(({ projects }) => projects.totalCount > 0);

/** The slugs that the address may name. */
function namesOf({ datasets, sectors, laboratories, platforms }: ProjectsResult) {
  const slugs = (list: { nodes: readonly { slug: string }[] }) => new Set(list.nodes.map((one) => one.slug));
  return {
    ledger: slugs(datasets),
    sector: slugs(sectors),
    laboratory: slugs(laboratories),
    platform: slugs(platforms),
  };
}

function measureOf(
  ledger: ProjectDataset | undefined,
  asked: Measure | undefined,
  address: Address,
): Measure | undefined {
  if (asked !== undefined && ledger?.measures.includes(asked)) return asked;
  if (asked !== undefined) address.reset('measure', asked);
  return ledger?.measures[0];
}

/** How the work of each is shared out, where they are of one open ledger; a protected one tells it project by project. */
async function sharesOf(
  ledger: ProjectDataset | undefined,
  measure: Measure | undefined,
  projects: readonly ListedProject[],
) {
  if (!ledger || ledger.protected || measure === undefined) return [];
  const asked = { ledger: ledger.slug, measure, projects: projects.map(({ id }) => id) };
  return (await askWhatFits(projectShares, asked)).ledger?.concentrationBy ?? [];
}
