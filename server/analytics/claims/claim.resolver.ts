import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { Cost } from '../../graphql/cost/cost-hint.ts';
import type { Locale } from '../../graphql/locale.ts';
import type { Row } from '../../graphql/row-type.ts';
import { inLocale, LocaleArg } from '../../graphql/locale.ts';
import { DatasetKind } from '../../market/datasets/dataset.enums.ts';
import { DatasetType } from '../../market/datasets/dataset.type.ts';
import { MarketFactType } from '../../market/market-facts/market-fact.type.ts';
import { SourceType } from '../../market/sources/source.type.ts';
import { ProvenanceType } from '../provenance/provenance.type.ts';
import { ReleaseType } from '../../market/releases/release.type.ts';
import { publicRecord, publishedProvenance } from '../published-provenance.ts';
import { countOf, countVerdicts, testsAgainst } from './claim-findings.ts';
import { ClaimTestType } from './claim-test.type.ts';
import { ClaimType } from './claim.type.ts';
import { readClaim, readClaims, readCounterEvidence } from './claims.sql.ts';
import { findingsOf, testerOf } from './claims.ts';
import { CounterEvidenceType } from './counter-evidence.type.ts';
import { TurningPointType } from './turning-point.type.ts';
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

  @FieldResolver(() => String, { description: 'How it is tested.' })
  howTested(@Root() { row }: ClaimType, @LocaleArg() locale: Locale): string {
    const { tested } = testerOf(row);
    return inLocale(locale, tested.en, tested.fr);
  }

  @Cost({ size: 5 })
  @FieldResolver(() => [TurningPointType], {
    description: 'Which data, at which value, would turn the verdict; computed from the tests as they stand.',
  })
  async turningPoints(@Ctx() context: Context, @Root() { row }: ClaimType): Promise<TurningPointType[]> {
    return (await findingsOf(context, row)).turns.map((turn) => TurningPointType.of(turn));
  }

  @Cost({ size: 5, weight: 10 })
  @FieldResolver(() => [CounterEvidenceType], {
    description: 'What speaks against it: tests that went against it, then published facts.',
  })
  async counterEvidence(@Ctx() context: Context, @Root() { row }: ClaimType): Promise<CounterEvidenceType[]> {
    const { kysely, loaders } = context;
    const [{ tests }, rows] = await Promise.all([
      findingsOf(context, row),
      loaders
        .batch<number, Row<'counter_evidence'>[]>('counter-evidence', (ids) =>
          readCounterEvidence(kysely, ids),
        )
        .load(row.id),
    ]);
    return [
      ...testsAgainst(tests).map((test) => CounterEvidenceType.ofTest(test)),
      ...rows.map((own) => CounterEvidenceType.ofRow(own)),
    ];
  }

  @Cost({ size: 10, weight: 10 })
  @FieldResolver(() => [ReleaseType], {
    description: 'The releases that it rests on: of the ledgers that were tested, or of the public record.',
  })
  async releases(@Ctx() context: Context, @Root() { row }: ClaimType): Promise<ReleaseType[]> {
    const { tests } = await findingsOf(context, row);
    const versions = [...(await context.versions.all()).values()];
    const tested = new Set(tests.flatMap(({ datasetId }) => datasetId ?? []));
    const resting =
      tested.size > 0
        ? versions.filter(({ id }) => tested.has(id))
        : versions.filter(({ slug }) => slug === publicRecord);
    // Releases are made one after another, so the newest has the highest row id.
    const newest = resting.flatMap(({ releaseIds }) =>
      releaseIds.length > 0 ? Math.max(...releaseIds) : [],
    );
    return Promise.all(newest.map((id) => context.loaders.the(ReleaseType, id)));
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
    const { tests, factIds } = await findingsOf(context, row);
    const datasets = await Promise.all(
      tests.map(({ datasetId }) => context.loaders.one(DatasetType, datasetId)),
    );
    const sourceIds = [
      ...datasets.map((dataset) => dataset?.sourceId),
      ...tests.map(({ sourceId }) => sourceId),
    ];
    const known = { n: countOf({ tests, factIds }), method: testerOf(row).method };
    const cited = [...new Set(sourceIds.filter((id) => id != null))];
    return tests.some(({ datasetId }) => datasetId !== null)
      ? ProvenanceType.of({ ...known, kind: DatasetKind.LEDGER, sourceIds: cited })
      : publishedProvenance(context, { ...known, sourceIds: cited });
  }
}

@Resolver(() => CounterEvidenceType)
export class CounterEvidenceResolver {
  @FieldResolver(() => SourceType, { nullable: true, description: 'Where it was published; null for tests.' })
  async source(
    @Ctx() { loaders }: Context,
    @Root() { row }: CounterEvidenceType,
  ): Promise<SourceType | null> {
    return loaders.one(SourceType, row?.source_id ?? null);
  }

  @FieldResolver(() => MarketFactType, { nullable: true, description: 'The published fact, if it is one.' })
  async marketFact(
    @Ctx() { loaders }: Context,
    @Root() { row }: CounterEvidenceType,
  ): Promise<MarketFactType | null> {
    return loaders.one(MarketFactType, row?.market_fact_id ?? null);
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
