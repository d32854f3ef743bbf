import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { Cost } from '../../graphql/cost/cost-hint.ts';
import type { Locale } from '../../graphql/locale.ts';
import { inLocale, LocaleArg } from '../../graphql/locale.ts';
import { DatasetKind } from '../../market/datasets/dataset.enums.ts';
import { DatasetType } from '../../market/datasets/dataset.type.ts';
import { MarketFactType } from '../../market/market-facts/market-fact.type.ts';
import { SourceType } from '../../market/sources/source.type.ts';
import { ProvenanceType } from '../provenance/provenance.type.ts';
import { publishedProvenance } from '../published-provenance.ts';
import { countVerdicts, decisiveVerdicts } from './claim-findings.ts';
import { ClaimTestType } from './claim-test.type.ts';
import { ClaimType } from './claim.type.ts';
import { readClaim, readClaims } from './claims.sql.ts';
import { findingsOf, testerOf } from './claims.ts';
import { Verdict } from './verdict.enum.ts';

@Resolver(() => ClaimType)
export class ClaimResolver {
  @Cost({ size: 5 })
  @Query(() => [ClaimType], { description: 'The founding claims, in their order.' })
  async claims(@Ctx() { kysely }: Context): Promise<ClaimType[]> {
    return (await readClaims(kysely)).map((row) => ClaimType.of(row));
  }

  @Query(() => ClaimType, { nullable: true, description: 'The claim of that slug; null when there is none.' })
  async claim(
    @Ctx() { kysely }: Context,
    @Arg('slug', () => String, { description: 'Its name in addresses.' }) slug: string,
  ): Promise<ClaimType | null> {
    const row = await readClaim(kysely, slug);
    return row === undefined ? null : ClaimType.of(row);
  }

  @FieldResolver(() => SourceType, { description: 'Where it was published.' })
  async source(@Ctx() { loaders }: Context, @Root() { sourceId }: ClaimType): Promise<SourceType> {
    return loaders.the(SourceType, sourceId);
  }

  @Cost({ weight: 100 })
  @FieldResolver(() => Verdict, {
    description:
      'What the deciding tests say together: one side where at least three were made and 80 % agree.',
  })
  async verdict(@Ctx() context: Context, @Root() { row }: ClaimType): Promise<Verdict> {
    return (await findingsOf(context, row)).verdict;
  }

  @Cost({ size: 25, weight: 100 })
  @FieldResolver(() => [ClaimTestType], {
    description: 'Every test, those that decide and those shown beside them.',
  })
  async tests(@Ctx() context: Context, @Root() { row }: ClaimType): Promise<ClaimTestType[]> {
    return (await findingsOf(context, row)).tests.map((finding) => ClaimTestType.of(finding));
  }

  @FieldResolver(() => Int, { description: 'How many of the deciding tests support it.' })
  async supported(@Ctx() context: Context, @Root() { row }: ClaimType): Promise<number> {
    return countVerdicts((await findingsOf(context, row)).tests, Verdict.SUPPORTED);
  }

  @FieldResolver(() => Int, { description: 'How many of the deciding tests contradict it.' })
  async contradicted(@Ctx() context: Context, @Root() { row }: ClaimType): Promise<number> {
    return countVerdicts((await findingsOf(context, row)).tests, Verdict.CONTRADICTED);
  }

  @FieldResolver(() => Int, { description: 'How many of the deciding tests say neither.' })
  async inconclusive(@Ctx() context: Context, @Root() { row }: ClaimType): Promise<number> {
    return countVerdicts((await findingsOf(context, row)).tests, Verdict.INCONCLUSIVE);
  }

  @FieldResolver(() => String, { description: 'Why the verdict is what it is, with the numbers.' })
  async reason(
    @Ctx() context: Context,
    @Root() { row }: ClaimType,
    @LocaleArg() locale: Locale,
  ): Promise<string> {
    const { reason } = await findingsOf(context, row);
    return inLocale(locale, reason.en, reason.fr);
  }

  @FieldResolver(() => String, { description: 'What the test does not show.' })
  caveat(@Root() { row }: ClaimType, @LocaleArg() locale: Locale): string {
    const { caveat } = testerOf(row);
    return inLocale(locale, caveat.en, caveat.fr);
  }

  @FieldResolver(() => String, { description: 'What evidence would turn the verdict.' })
  whatWouldChangeOurMind(@Root() { row }: ClaimType, @LocaleArg() locale: Locale): string {
    const { whatWouldChangeOurMind } = testerOf(row);
    return inLocale(locale, whatWouldChangeOurMind.en, whatWouldChangeOurMind.fr);
  }

  @FieldResolver(() => [MarketFactType], {
    description: 'Published facts that belong to it; they illustrate, or were tested.',
  })
  async marketFacts(@Ctx() context: Context, @Root() { row }: ClaimType): Promise<MarketFactType[]> {
    const { factIds } = await findingsOf(context, row);
    return Promise.all(factIds.map((id) => context.loaders.the(MarketFactType, id)));
  }

  @FieldResolver(() => ProvenanceType, { description: 'How the tests were made, and on what they rest.' })
  async provenance(@Ctx() context: Context, @Root() { row }: ClaimType): Promise<ProvenanceType> {
    const { tests } = await findingsOf(context, row);
    const datasets = await Promise.all(
      tests.map(({ datasetId }) => context.loaders.one(DatasetType, datasetId)),
    );
    const sourceIds = [
      ...datasets.map((dataset) => dataset?.sourceId),
      ...tests.map(({ sourceId }) => sourceId),
    ];
    const known = { n: decisiveVerdicts(tests).length, method: testerOf(row).method };
    const cited = [...new Set(sourceIds.filter((id) => id != null))];
    return tests.some(({ datasetId }) => datasetId !== null)
      ? ProvenanceType.of({ ...known, kind: DatasetKind.LEDGER, sourceIds: cited })
      : publishedProvenance(context, { ...known, sourceIds: cited });
  }
}

@Resolver(() => ClaimTestType)
export class ClaimTestResolver {
  @FieldResolver(() => DatasetType, {
    nullable: true,
    description: 'The ledger that was tested; null for published facts.',
  })
  async dataset(
    @Ctx() { loaders }: Context,
    @Root() { finding }: ClaimTestType,
  ): Promise<DatasetType | null> {
    return loaders.one(DatasetType, finding.datasetId);
  }

  @FieldResolver(() => SourceType, {
    nullable: true,
    description: 'The source that was tested; null for a whole dataset.',
  })
  async source(@Ctx() { loaders }: Context, @Root() { finding }: ClaimTestType): Promise<SourceType | null> {
    return loaders.one(SourceType, finding.sourceId);
  }
}
