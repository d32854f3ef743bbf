import { coarse, doorOf, SuppressionReason, type SuppressionType } from '../../disclosure/index.ts';
import { mayRead } from '../../graphql/access.ts';
import type { Context } from '../../graphql/context.ts';
import type { Measure } from '../../market/datasets/dataset.enums.ts';
import { DatasetType } from '../../market/datasets/dataset.type.ts';
import type { ReleaseType } from '../../market/releases/release.type.ts';
import { ConcentrationMeasure } from '../concentration/index.ts';
import { emptyDistribution, inMajorUnits, ledgerScope, type Distribution } from '../earning-filter/index.ts';
import { tellOn } from '../guard/index.ts';
import { ReleaseChangesType, ReleaseStatisticsType } from './release-changes.type.ts';
import { readReleaseDeltas } from './release-deltas.sql.ts';
import { statesOf } from './states.ts';

/** What a release changed in the headline statistics; null of a dataset that is no ledger. All releases: one statement. */
export async function changesOf(context: Context, release: ReleaseType): Promise<ReleaseChangesType | null> {
  const { kysely, loaders, versions } = context;
  const dataset = await loaders.the(DatasetType, release.datasetId);
  const [measure] = dataset.measures;
  if (measure === undefined) return null;
  const states = await loaders
    .batch<number, Distribution[]>(`release states ${measure}`, (ids) =>
      Promise.all(
        ids.map(async (id) => {
          const version = await versions.of(id);
          return statesOf(await readReleaseDeltas(kysely, id, version, measure), version);
        }),
      ),
    )
    .load(dataset.rowId);
  const at = async (number: number): Promise<ReleaseStatisticsType> =>
    statisticsOf(context, dataset, measure, number, states[number - 1] ?? emptyDistribution);
  return Object.assign(new ReleaseChangesType(), {
    measure,
    currency: states[release.number - 1]?.currency ?? null,
    before: release.number === 1 ? null : await at(release.number - 1),
    after: await at(release.number),
  });
}

/** A count of a release as this caller may know it. */
export async function countFor(context: Context, release: ReleaseType, count: number): Promise<number> {
  const dataset = (await context.versions.all()).get(release.datasetId);
  return dataset === undefined || mayRead(context.access, dataset) ? count : coarse(count);
}

async function statisticsOf(
  context: Context,
  dataset: DatasetType,
  measure: Measure,
  number: number,
  distribution: Distribution,
): Promise<ReleaseStatisticsType> {
  const door = doorOf(dataset, context.access);
  const { currency } = distribution;
  const concentration = ConcentrationMeasure.of(distribution);
  const scope = await ledgerScope(context, dataset, null, number);
  const verdict = door.guarded ? await tellOn(context, scope, { measure, currency }) : null;
  const withheld = verdict === 'RISK' ? complementary : (verdict ?? door.cell(concentration.cell));
  const given = (value: () => number | null): number | null => (withheld === null ? value() : null);
  const top = (fraction: number): number | null =>
    given(() =>
      door.topShare(concentration.cell, fraction) === null ? concentration.topShare(fraction) : null,
    );
  return Object.assign(new ReleaseStatisticsType(), {
    contributors: door.count(concentration.contributors, withheld),
    total: given(() => inMajorUnits(concentration.estimates.total, currency)),
    gini: given(() => concentration.estimates.gini),
    topTenth: top(0.1),
    topFifth: top(0.2),
    halfShare: given(() => concentration.estimates.halfShare),
    suppression: withheld,
  });
}

const complementary: SuppressionType = { reason: SuppressionReason.COMPLEMENTARY, threshold: null };
