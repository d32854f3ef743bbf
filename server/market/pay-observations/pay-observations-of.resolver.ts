import { Arg, Args, Ctx, FieldResolver, Resolver, Root, type ClassType } from 'type-graphql';
import { sql } from 'kysely';
import type { Context } from '../../graphql/context.ts';
import { nestedConnection, PageArguments, type Belongs, type Page } from '../../graphql/paging/index.ts';

import { OrganisationType } from '../organisations/organisation.type.ts';
import { ProfessionType } from '../professions/profession.type.ts';
import { SourceType } from '../sources/source.type.ts';
import { PayFilter, PayObservationOrder } from './pay.inputs.ts';
import { listPayObservations } from './pay-observation.reads.ts';
import { PayObservationConnection, PayObservationType } from './pay-observation.type.ts';

/** The field `payObservations` of whatever pay observations belong to. */
function payObservationsOf(parentType: () => ClassType, noun: string, belongs: Belongs) {
  @Resolver(parentType)
  class PayObservationsOf {
    @FieldResolver(() => PayObservationConnection, {
      description: `Its published rates of pay, newest first.`,
    })
    async payObservations(
      @Ctx() context: Context,
      @Root() parent: { rowId: number },
      @Args(() => PageArguments) page: PageArguments,
      @Arg('filter', () => PayFilter, { nullable: true, description: 'Which observations.' })
      filter?: PayFilter,
      @Arg('orderBy', () => PayObservationOrder, { nullable: true, description: 'In which order.' })
      orderBy?: PayObservationOrder,
    ): Promise<Page<PayObservationType>> {
      return nestedConnection(context, parent.rowId, {
        field: `${noun} payObservations`,
        given: [filter, orderBy],
        page,
        type: PayObservationType,
        listing: async () => listPayObservations(context.kysely, filter, orderBy),
        belongs,
      });
    }
  }
  return PayObservationsOf;
}

export const ProfessionPayResolver = payObservationsOf(
  () => ProfessionType,
  'profession',
  (parent) => sql`listed.profession_id = ${parent}`,
);

export const SourcePayResolver = payObservationsOf(
  () => SourceType,
  'source',
  (parent) => sql`listed.source_id = ${parent}`,
);

export const OrganisationPayResolver = payObservationsOf(
  () => OrganisationType,
  'organisation',
  (parent) => sql`(listed.platform_id = ${parent} or listed.laboratory_id = ${parent})`,
);
