import { Arg, Args, Ctx, FieldResolver, Resolver, Root, type ClassType } from 'type-graphql';
import { sql } from 'kysely';
import type { Context } from '../../graphql/context.ts';
import { nestedConnection, PageArguments, type Belongs, type Page } from '../../graphql/paging/index.ts';
import { ProfessionType } from '../professions/profession.type.ts';
import { ProjectType } from '../projects/project.type.ts';
import { SourceType } from '../sources/source.type.ts';
import { ConversionEvidenceFilter, ConversionEvidenceOrder } from './conversion-evidence.inputs.ts';
import { listConversionEvidence } from './conversion-evidence.reads.ts';
import { ConversionEvidenceConnection, ConversionEvidenceType } from './conversion-evidence.type.ts';

/** The field `evidence` of whatever evidence belongs to. */
function evidenceOf(parentType: () => ClassType, noun: string, belongs: Belongs) {
  @Resolver(parentType)
  class EvidenceOf {
    @FieldResolver(() => ConversionEvidenceConnection, {
      description: 'Its evidence of conversion, newest first.',
    })
    async evidence(
      @Ctx() context: Context,
      @Root() parent: { rowId: number },
      @Args(() => PageArguments) page: PageArguments,
      @Arg('filter', () => ConversionEvidenceFilter, { nullable: true, description: 'Which evidence.' })
      filter?: ConversionEvidenceFilter,
      @Arg('orderBy', () => ConversionEvidenceOrder, { nullable: true, description: 'In which order.' })
      orderBy?: ConversionEvidenceOrder,
    ): Promise<Page<ConversionEvidenceType>> {
      return nestedConnection(context, parent.rowId, {
        field: `${noun} evidence`,
        given: [filter, orderBy],
        page,
        type: ConversionEvidenceType,
        listing: async () => listConversionEvidence(context.kysely, filter, orderBy),
        belongs,
      });
    }
  }
  return EvidenceOf;
}

export const ProfessionEvidenceResolver = evidenceOf(
  () => ProfessionType,
  'profession',
  (parent) => sql`listed.profession_id = ${parent}`,
);

export const ProjectEvidenceResolver = evidenceOf(
  () => ProjectType,
  'project',
  (parent) => sql`listed.project_id = ${parent}`,
);

export const SourceEvidenceResolver = evidenceOf(
  () => SourceType,
  'source',
  (parent) => sql`listed.source_id = ${parent}`,
);
