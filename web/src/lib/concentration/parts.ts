import type { GraphLocale, Measure } from '../api/common.ts';
import type { PartFilter } from '../api/concentration.ts';
import { askWhatCanBeShown } from '../api/fall-back.ts';
import { ledgerParts, partReleases, type PartName } from '../api/concentration-ledgers.ts';
import { partKinds, type PartKind } from '../url-state/curve-name.ts';

/** A sector, project or quarter of a ledger. */
export interface Part {
  kind: PartKind;
  /** Its name in addresses. */
  key: string;
  label: string;
  contributors: number;
  /** The API keeps its numbers back. */
  suppressed: boolean;
  filter: PartFilter;
}

/** The parts that a ledger has, by kind; those that its rows do not say are not among them. */
export type Parts = Record<PartKind, Part[]>;

/** Fewer people than these are no curve: one of them would be a tenth of it. */
export const leastInPart = 10;

/** So many projects are drawn, the largest: five hundred small curves are no picture, and a page of three megabytes. */
export const mostProjects = 60;

/** What to ask for where there are more projects than are drawn; undefined where all are. */
export function largestOf({ project }: Parts, by: PartKind | undefined): PartFilter | undefined {
  const shown = project.filter(isShown);
  if (by !== 'project' || shown.length <= mostProjects) return undefined;
  const largest = shown.toSorted((a, b) => b.contributors - a.contributors).slice(0, mostProjects);
  return { project: largest.flatMap(({ filter }) => filter.project ?? []) };
}

/** Everything that a ledger can be parted by; FORBIDDEN and the like become the page's error. */
export async function readParts(locale: GraphLocale, slug: string, measure: Measure): Promise<Parts> {
  const { result } = await askWhatCanBeShown(ledgerParts, { locale, slug, measure }, partReleases);
  const of = (kind: PartKind): Part[] =>
    (result[kind]?.concentrationBy ?? []).flatMap((named) => partOf(slug, kind, named) ?? []);
  return { sector: of('sector'), project: of('project'), quarter: of('quarter') };
}

/** The kinds by which a ledger falls into at least two parts that can be drawn or that say why they cannot. */
export const kindsOf = (parts: Parts): PartKind[] =>
  partKinds.filter((kind) => parts[kind].filter(isShown).length > 1);

/** Whether a part has a panel of its own. */
export const isShown = ({ contributors, suppressed }: Pick<Part, 'contributors' | 'suppressed'>): boolean =>
  suppressed || contributors >= leastInPart;

/** The name of a part in addresses; null for what the ledger does not say. */
export function partKey(slug: string, kind: PartKind, { key, project }: Pick<PartName, 'key' | 'project'>) {
  if (key === 'unknown' || key === 'undated') return null;
  if (kind === 'project') return project?.key ?? null;
  return kind === 'sector' && key.startsWith(`${slug}.`) ? key.slice(slug.length + 1) : key;
}

function partOf(slug: string, kind: PartKind, named: PartName): Part | null {
  const key = partKey(slug, kind, named);
  const filter = filterOf(kind, named.key);
  if (key === null || filter === null) return null;
  const { contributors, suppression } = named.concentration;
  return { kind, key, label: named.label, contributors, suppressed: suppression !== null, filter };
}

function filterOf(kind: PartKind, key: string): PartFilter | null {
  if (kind !== 'quarter') return { [kind]: [key] };
  const [, year, quarter] = /^(\d{4})-Q([1-4])$/.exec(key) ?? [];
  if (!year || !quarter) return null;
  const first = Number(quarter) * 3 - 2;
  const last = new Date(Date.UTC(Number(year), first + 2, 0)).toISOString().slice(0, 10);
  return { from: `${year}-${String(first).padStart(2, '0')}-01`, to: last };
}
