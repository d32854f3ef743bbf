import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { connection, nestedConnection, PageArguments, type Page } from '../../graphql/paging/index.ts';
import { sql } from 'kysely';
import { SectorType } from '../sectors/sector.type.ts';
import { SourceType } from '../sources/source.type.ts';
import { ProfessionFilter, ProfessionOrder } from './profession.inputs.ts';
import { findProfession, listProfessions, wagesByProfession } from './profession.reads.ts';
import { knownNames } from './profession-name.reads.ts';
import { ProfessionConnection, ProfessionType } from './profession.type.ts';
import { askedName } from './asked-name.ts';
import { professionsAt } from './at-stage.ts';
import { rankNames } from './rank-names.ts';
import { WageType } from './wage.type.ts';

async function wagesOf({ kysely, loaders }: Context, { rowId }: ProfessionType): Promise<WageType[]> {
  const wages = loaders.batch('profession wages', (ids: readonly number[]) => wagesByProfession(kysely, ids));
  return (await wages.load(rowId)).map((row) => WageType.of(row));
}

/** The ids that a filter's text and stages leave; undefined where it has neither. */
async function foundBy(
  context: Context,
  filter: ProfessionFilter | null | undefined,
): Promise<number[] | undefined> {
  const named = await namedBy(context, filter);
  const staged = await professionsAt(context.kysely, filter?.stage);
  if (named === undefined || staged === undefined) return named ?? staged;
  const both = new Set(staged);
  return named.filter((id) => both.has(id));
}

async function namedBy(
  { em, kysely }: Context,
  filter: ProfessionFilter | null | undefined,
): Promise<number[] | undefined> {
  if (filter?.search == null) return undefined;
  const names = await knownNames(em.getDriver(), kysely);
  return rankNames(names, askedName('search', filter.search)).map(({ name }) => name.professionId);
}

@Resolver(() => ProfessionType)
export class ProfessionResolver {
  @Query(() => ProfessionType, {
    nullable: true,
    description: 'The profession of that code; null when there is none.',
  })
  async profession(
    @Ctx() { kysely }: Context,
    @Arg('socCode', () => String, { description: 'Its 2018 SOC code, such as 23-1011.' }) socCode: string,
  ): Promise<ProfessionType | null> {
    const row = await findProfession(kysely, socCode);
    return row === undefined ? null : ProfessionType.of(row);
  }

  @Query(() => ProfessionConnection, { description: 'Occupations, by SOC code.' })
  async professions(
    @Ctx() context: Context,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => ProfessionFilter, { nullable: true, description: 'Which professions.' })
    filter?: ProfessionFilter,
    @Arg('orderBy', () => ProfessionOrder, { nullable: true, description: 'In which order.' })
    orderBy?: ProfessionOrder,
  ): Promise<Page<ProfessionType>> {
    return connection(
      context,
      ProfessionType,
      listProfessions(context.kysely, filter, orderBy, await foundBy(context, filter)),
      page,
    );
  }

  @FieldResolver(() => SectorType, { description: 'The sector that it belongs to.' })
  async sector(@Ctx() { loaders }: Context, @Root() profession: ProfessionType): Promise<SectorType> {
    return loaders.the(SectorType, profession.sectorId);
  }

  @FieldResolver(() => [WageType], {
    description: 'Its market wages in the United States, newest year first.',
  })
  async wages(@Ctx() context: Context, @Root() profession: ProfessionType): Promise<WageType[]> {
    return wagesOf(context, profession);
  }

  @FieldResolver(() => WageType, {
    nullable: true,
    description: 'Its market wage of one year; null when not published.',
  })
  async wage(
    @Ctx() context: Context,
    @Root() profession: ProfessionType,
    @Arg('year', () => Int, { nullable: true, description: 'The year; the newest when not given.' })
    year?: number | null,
  ): Promise<WageType | null> {
    const wages = await wagesOf(context, profession);
    return (year == null ? wages[0] : wages.find((wage) => wage.year === year)) ?? null;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Persons employed in the United States, newest year.',
  })
  async employment(@Ctx() context: Context, @Root() profession: ProfessionType): Promise<number | null> {
    return (await wagesOf(context, profession))[0]?.employment ?? null;
  }
}

@Resolver(() => WageType)
export class WageResolver {
  @FieldResolver(() => SourceType, { description: 'Where it was published.' })
  async source(@Ctx() { loaders }: Context, @Root() wage: WageType): Promise<SourceType> {
    return loaders.the(SourceType, wage.sourceId);
  }
}

@Resolver(() => SectorType)
export class SectorProfessionsResolver {
  @FieldResolver(() => ProfessionConnection, { description: 'The professions of the sector.' })
  async professions(
    @Ctx() context: Context,
    @Root() sector: SectorType,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => ProfessionFilter, { nullable: true, description: 'Which professions.' })
    filter?: ProfessionFilter,
    @Arg('orderBy', () => ProfessionOrder, { nullable: true, description: 'In which order.' })
    orderBy?: ProfessionOrder,
  ): Promise<Page<ProfessionType>> {
    return nestedConnection(context, sector.rowId, {
      field: 'sector professions',
      given: [filter, orderBy],
      page,
      type: ProfessionType,
      listing: async () => listProfessions(context.kysely, filter, orderBy, await foundBy(context, filter)),
      belongs: (parent) => sql`listed.sector_id = ${parent}`,
    });
  }
}
