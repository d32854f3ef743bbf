import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { connection, PageArguments, type Page } from '../../graphql/paging/index.ts';
import { OrganisationType } from '../organisations/organisation.type.ts';
import { ProfessionType } from '../professions/profession.type.ts';
import { SectorType } from '../sectors/sector.type.ts';
import { SourceType } from '../sources/source.type.ts';
import { PayFilter, PayObservationOrder } from './pay.inputs.ts';
import { listPayObservations } from './pay-observation.reads.ts';
import { PayObservationConnection, PayObservationType } from './pay-observation.type.ts';

@Resolver(() => PayObservationType)
export class PayObservationResolver {
  @Query(() => PayObservationConnection, { description: 'Published rates of pay, newest first.' })
  async payObservations(
    @Ctx() context: Context,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => PayFilter, { nullable: true, description: 'Which observations.' })
    filter?: PayFilter,
    @Arg('orderBy', () => PayObservationOrder, { nullable: true, description: 'In which order.' })
    orderBy?: PayObservationOrder,
  ): Promise<Page<PayObservationType>> {
    return connection(
      context,
      PayObservationType,
      listPayObservations(context.kysely, filter, orderBy),
      page,
    );
  }

  @FieldResolver(() => SourceType, { description: 'Where it was published.' })
  async source(@Ctx() { loaders }: Context, @Root() observation: PayObservationType): Promise<SourceType> {
    return loaders.the(SourceType, observation.sourceId);
  }

  @FieldResolver(() => OrganisationType, { description: 'Who pays, or a group of platforms.' })
  async platform(
    @Ctx() { loaders }: Context,
    @Root() observation: PayObservationType,
  ): Promise<OrganisationType> {
    return loaders.the(OrganisationType, observation.platformId);
  }

  @FieldResolver(() => OrganisationType, {
    nullable: true,
    description: 'The laboratory it is paid for, when said.',
  })
  async laboratory(
    @Ctx() { loaders }: Context,
    @Root() observation: PayObservationType,
  ): Promise<OrganisationType | null> {
    return loaders.one(OrganisationType, observation.laboratoryId);
  }

  @FieldResolver(() => SectorType, { description: 'The sector of the work.' })
  async sector(@Ctx() { loaders }: Context, @Root() observation: PayObservationType): Promise<SectorType> {
    return loaders.the(SectorType, observation.sectorId);
  }

  @FieldResolver(() => ProfessionType, {
    nullable: true,
    description: 'The 2018 SOC occupation that the role was matched to; null where none fits.',
  })
  async profession(
    @Ctx() { loaders }: Context,
    @Root() observation: PayObservationType,
  ): Promise<ProfessionType | null> {
    return loaders.one(ProfessionType, observation.professionId);
  }
}
