import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { requireRows } from '../../graphql/find-node.ts';
import { CountryCodeScalar } from '../../graphql/scalars/index.ts';
import { DatasetType } from '../datasets/dataset.type.ts';
import { ProfessionType } from '../professions/profession.type.ts';
import { Seniority } from './expert.enums.ts';
import { readBackgrounds, type Backgrounds } from './expert-backgrounds.reads.ts';

@ObjectType('ExpertBackgrounds', {
  description:
    'What the contributors of a ledger are, as far as it tells: what its lists can be narrowed to.',
})
export class ExpertBackgroundsType {
  read!: Backgrounds;

  @Field(() => [ProfessionType], { description: 'Their professions, by SOC code.' })
  async professions(@Ctx() { loaders }: Context): Promise<ProfessionType[]> {
    const found = await Promise.all(this.read.professions.map((id) => loaders.the(ProfessionType, id)));
    return found.sort((a, b) => (a.socCode < b.socCode ? -1 : 1));
  }

  @Field(() => [CountryCodeScalar], { description: 'Their countries, by code.' })
  countries(): string[] {
    return this.read.countries.toSorted();
  }

  @Field(() => [Seniority], { description: 'Their seniorities, the least first.' })
  seniorities(): Seniority[] {
    return Object.values(Seniority).filter((seniority) => this.read.seniorities.includes(seniority));
  }
}

@Resolver(() => DatasetType)
export class DatasetBackgroundsResolver {
  @FieldResolver(() => ExpertBackgroundsType, {
    description:
      'What its contributors are. FORBIDDEN without a key that may read the rows of a protected ledger.',
  })
  async backgrounds(@Ctx() context: Context, @Root() dataset: DatasetType): Promise<ExpertBackgroundsType> {
    await requireRows(context, { datasetId: dataset.rowId });
    const batch = context.loaders.batch('dataset backgrounds', (ids: readonly number[]) =>
      readBackgrounds(context, ids),
    );
    return Object.assign(new ExpertBackgroundsType(), { read: await batch.load(dataset.rowId) });
  }
}
