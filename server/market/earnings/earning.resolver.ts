import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { connection, PageArguments, type Page } from '../../graphql/paging/index.ts';
import { DatasetType } from '../datasets/dataset.type.ts';
import { ExpertType } from '../experts/expert.type.ts';
import { ProfessionType } from '../professions/profession.type.ts';
import { ProjectType } from '../projects/project.type.ts';
import { ReleaseType } from '../releases/release.type.ts';
import { SectorType } from '../sectors/sector.type.ts';
import { EarningFilter, EarningOrder } from './earning.inputs.ts';
import { listEarnings } from './earning.reads.ts';
import { EarningConnection, EarningType } from './earning.type.ts';

@Resolver(() => EarningType)
export class EarningResolver {
  @Query(() => EarningConnection, { description: 'Entries of ledgers, newest first.' })
  async earnings(
    @Ctx() context: Context,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => EarningFilter, { nullable: true, description: 'Which earnings.' })
    filter?: EarningFilter,
    @Arg('orderBy', () => EarningOrder, { nullable: true, description: 'In which order.' })
    orderBy?: EarningOrder,
  ): Promise<Page<EarningType>> {
    return connection(context, EarningType, await listEarnings(context, filter, orderBy), page);
  }

  @FieldResolver(() => DatasetType, { description: 'The ledger that it is an entry of.' })
  async dataset(@Ctx() { loaders }: Context, @Root() earning: EarningType): Promise<DatasetType> {
    return loaders.the(DatasetType, earning.datasetId);
  }

  @FieldResolver(() => ExpertType, { description: 'Who contributed.' })
  async expert(@Ctx() { loaders }: Context, @Root() earning: EarningType): Promise<ExpertType> {
    return loaders.the(ExpertType, earning.expertId);
  }

  @FieldResolver(() => ProjectType, {
    nullable: true,
    description: 'The project; null where the ledger names none.',
  })
  async project(@Ctx() { loaders }: Context, @Root() earning: EarningType): Promise<ProjectType | null> {
    return loaders.one(ProjectType, earning.projectId);
  }

  @FieldResolver(() => SectorType, {
    nullable: true,
    description: 'The kind of work, when the ledger tells.',
  })
  async sector(@Ctx() { loaders }: Context, @Root() earning: EarningType): Promise<SectorType | null> {
    return loaders.one(SectorType, earning.sectorId);
  }

  @FieldResolver(() => ProfessionType, {
    nullable: true,
    description: 'The profession, when the ledger tells.',
  })
  async profession(
    @Ctx() { loaders }: Context,
    @Root() earning: EarningType,
  ): Promise<ProfessionType | null> {
    return loaders.one(ProfessionType, earning.professionId);
  }

  @FieldResolver(() => Int, { description: 'The number of the release that added it.' })
  async release(@Ctx() { loaders }: Context, @Root() earning: EarningType): Promise<number> {
    return (await loaders.the(ReleaseType, earning.releaseId)).number;
  }
}
