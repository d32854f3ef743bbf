import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { readableDatasets } from '../../graphql/access.ts';
import type { Context } from '../../graphql/context.ts';
import { Cost } from '../../graphql/cost/cost-hint.ts';
import { requireRows } from '../../graphql/find-node.ts';
import { DatasetType } from '../../market/datasets/dataset.type.ts';
import type { FormerEmployer } from '../../market/experts/expert.enums.ts';
import { SectorType } from '../../market/sectors/sector.type.ts';
import { countFormerEmployers, datasetsWithFormerEmployers } from './former-employers.sql.ts';
import { FormerEmployerCountType, FormerEmployerSectorType } from './former-employers.type.ts';
import { KnowHowType } from './know-how.type.ts';

@Resolver(() => DatasetType)
export class DatasetFormerEmployersResolver {
  @Cost({ size: 12, weight: 20 })
  @FieldResolver(() => [FormerEmployerCountType], {
    description:
      'Where its experts worked before, by kind of employer and sector, the most frequent first; empty where the ledger does not record it. FORBIDDEN without a key that may read the rows of a protected ledger.',
  })
  async formerEmployers(
    @Ctx() context: Context,
    @Root() { rowId }: DatasetType,
  ): Promise<FormerEmployerCountType[]> {
    await requireRows(context, { datasetId: rowId });
    const version = (await context.versions.all()).get(rowId);
    const rows = version === undefined ? [] : await countFormerEmployers(context.kysely, version);
    return rows
      .filter(({ sectorId }) => sectorId === null)
      .map(({ formerEmployer, experts }) =>
        Object.assign(new FormerEmployerCountType(), {
          formerEmployer: formerEmployer as FormerEmployer,
          experts,
          bySector: rows
            .filter((row) => row.formerEmployer === formerEmployer && row.sectorId !== null)
            .map((row) => Object.assign(new FormerEmployerSectorType(), row)),
        }),
      )
      .toSorted((a, b) => b.experts - a.experts);
  }
}

@Resolver(() => FormerEmployerSectorType)
export class FormerEmployerSectorResolver {
  @FieldResolver(() => SectorType, {
    nullable: true,
    description: 'The sector; null where the work names none.',
  })
  async sector(
    @Ctx() { loaders }: Context,
    @Root() { sectorId }: FormerEmployerSectorType,
  ): Promise<SectorType | null> {
    return sectorId > 0 ? loaders.the(SectorType, sectorId) : null;
  }
}

@Resolver(() => KnowHowType)
export class KnowHowLedgersResolver {
  @FieldResolver(() => [DatasetType], {
    description: 'The ledgers, of those whose rows you may read, that record where experts worked before.',
  })
  async ledgers(@Ctx() context: Context): Promise<DatasetType[]> {
    const ids = await datasetsWithFormerEmployers(context.kysely, await readableDatasets(context));
    return Promise.all(ids.map((id) => context.loaders.the(DatasetType, id)));
  }
}
