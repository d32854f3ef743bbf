import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { connection, PageArguments, type Page } from '../../graphql/paging/index.ts';
import { ProfessionType } from '../professions/profession.type.ts';
import { ProjectType } from '../projects/project.type.ts';
import { SourceType } from '../sources/source.type.ts';
import { ConversionEvidenceFilter, ConversionEvidenceOrder } from './conversion-evidence.inputs.ts';
import { listConversionEvidence } from './conversion-evidence.reads.ts';
import { ConversionEvidenceConnection, ConversionEvidenceType } from './conversion-evidence.type.ts';

@Resolver(() => ConversionEvidenceType)
export class ConversionEvidenceResolver {
  @Query(() => ConversionEvidenceConnection, {
    description: 'Published signs that professions are being turned into data, newest first.',
  })
  async conversionEvidence(
    @Ctx() context: Context,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => ConversionEvidenceFilter, { nullable: true, description: 'Which evidence.' })
    filter?: ConversionEvidenceFilter,
    @Arg('orderBy', () => ConversionEvidenceOrder, { nullable: true, description: 'In which order.' })
    orderBy?: ConversionEvidenceOrder,
  ): Promise<Page<ConversionEvidenceType>> {
    const listing = listConversionEvidence(context.kysely, filter, orderBy);
    return connection(context, ConversionEvidenceType, listing, page);
  }

  @FieldResolver(() => SourceType, { description: 'Where it was published.' })
  async source(@Ctx() { loaders }: Context, @Root() evidence: ConversionEvidenceType): Promise<SourceType> {
    return loaders.the(SourceType, evidence.sourceId);
  }

  @FieldResolver(() => ProjectType, {
    nullable: true,
    description: 'The benchmark or programme as a project.',
  })
  async project(
    @Ctx() { loaders }: Context,
    @Root() evidence: ConversionEvidenceType,
  ): Promise<ProjectType | null> {
    return loaders.one(ProjectType, evidence.projectId);
  }

  @FieldResolver(() => ProfessionType, {
    nullable: true,
    description: 'The 2018 SOC occupation; null for totals and where none fits.',
  })
  async profession(
    @Ctx() { loaders }: Context,
    @Root() evidence: ConversionEvidenceType,
  ): Promise<ProfessionType | null> {
    return loaders.one(ProfessionType, evidence.professionId);
  }
}
