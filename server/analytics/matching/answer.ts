import { reject } from '../../errors/tacit-error.ts';
import type { Context } from '../../graphql/context.ts';
import { requireRows } from '../../graphql/find-node.ts';
import type { DatasetType } from '../../market/datasets/dataset.type.ts';
import type { Candidate, Requirements } from './candidate.ts';
import { readCandidates } from './candidates.sql.ts';
import { checkedRequirements } from './checked-requirements.ts';
import { nearestProfession } from './criterion-values.ts';
import { ExpertMatchType, MatchReasonType } from './expert-match.type.ts';
import { keptMatches } from './kept-matches.ts';
import { readTitles, requireProfessions, requireSectors } from './known-names.sql.ts';
import { bestMatches, type Match } from './matching.measure.ts';
import type { ProjectRequirements } from './requirements.inputs.ts';

/** The most contributors that are named. */
export const longestList = 100;

/**
 * The contributors of a dataset who fit best, with reasons. FORBIDDEN where the caller may not read its rows, as each
 * match tells of one person; BAD_USER_INPUT for requirements that make no sense.
 */
export async function matchesOf(
  context: Context,
  dataset: DatasetType,
  requirements: ProjectRequirements,
  first: number,
): Promise<ExpertMatchType[]> {
  await requireRows(context, { datasetId: dataset.rowId });
  if (first < 1 || first > longestList)
    reject('BAD_USER_INPUT', `first must be from 1 to ${longestList}, not ${first}.`);
  const { asked, sectors, currency, weights } = checkedRequirements(requirements, dataset.measures);
  await requireSectors(context.kysely, sectors);
  const version = (await context.versions.all()).get(dataset.rowId);
  const key = JSON.stringify([
    ...[dataset.rowId, version?.version, version?.alterations],
    ...[sectors, currency, asked, weights, first],
  ]);
  const { field, matches } = await keptMatches(context, key, async () => {
    const candidates =
      version === undefined ? [] : await readCandidates(context.kysely, version, { sectors, currency });
    return bestMatches(candidates, asked, weights, first);
  });
  const titles = await readTitles(context.kysely, [...asked.professions, ...nearestOf(matches, asked)]);
  requireProfessions(titles, asked.professions);
  return matches.map(({ candidate, reasons, ...match }) =>
    Object.assign(new ExpertMatchType(), {
      ...match,
      expertId: candidate.expertId,
      rate: currency === null ? null : candidate.rate,
      currency,
      reasons: reasons.map((reason) =>
        Object.assign(new MatchReasonType(), {
          ...reason,
          told: { reason, candidate, asked, field, currency, titles },
        }),
      ),
    }),
  );
}

/** The professions that the reasons name. */
function nearestOf(matches: readonly Match[], { professions }: Requirements): string[] {
  if (professions.length === 0) return [];
  const nearest = ({ professions: has }: Candidate) => nearestProfession(has, professions)?.socCode ?? [];
  return matches.flatMap(({ candidate }) => nearest(candidate));
}
