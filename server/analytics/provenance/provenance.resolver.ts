import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { DateTimeScalar } from '../../graphql/scalars/index.ts';
import { DatasetType } from '../../market/datasets/dataset.type.ts';
import { ReleaseType } from '../../market/releases/release.type.ts';
import { SourceType } from '../../market/sources/source.type.ts';
import { ProvenanceType } from './provenance.type.ts';

@Resolver(() => ProvenanceType)
export class ProvenanceResolver {
  @FieldResolver(() => DatasetType, {
    nullable: true,
    description: 'The dataset that it was computed from; null where it rests on several.',
  })
  async dataset(
    @Ctx() { loaders }: Context,
    @Root() { datasetId }: ProvenanceType,
  ): Promise<DatasetType | null> {
    return loaders.one(DatasetType, datasetId);
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: 'When that release was published here.',
  })
  async publishedAt(
    @Ctx() { loaders }: Context,
    @Root() { releaseId }: ProvenanceType,
  ): Promise<Date | null> {
    return (await loaders.one(ReleaseType, releaseId))?.publishedAt ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The licence of the data; null when none is known.',
  })
  async licence(@Ctx() context: Context, @Root() provenance: ProvenanceType): Promise<string | null> {
    return (await this.dataset(context, provenance))?.licence ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'How to cite the data.' })
  async citation(@Ctx() context: Context, @Root() provenance: ProvenanceType): Promise<string | null> {
    return (await this.dataset(context, provenance))?.citation ?? null;
  }

  @FieldResolver(() => [SourceType], { description: 'The publications that the data were taken from.' })
  async sources(@Ctx() context: Context, @Root() provenance: ProvenanceType): Promise<SourceType[]> {
    const own = (await this.dataset(context, provenance))?.sourceId ?? null;
    const ids = new Set([...(own === null ? [] : [own]), ...provenance.sourceIds]);
    return Promise.all([...ids].map((id) => context.loaders.the(SourceType, id)));
  }
}
