import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { ConversionEvidenceType } from '../../market/conversion-evidence/conversion-evidence.type.ts';
import { EvaluationType } from '../../market/evaluations/evaluation.type.ts';
import { PayObservationType } from '../../market/pay-observations/pay-observation.type.ts';
import { ProfessionType } from '../../market/professions/profession.type.ts';
import type { StageRow, StageRowKind } from './profession-stage.ts';
import { ConversionEventType, StageEvidenceType } from './stage-evidence.type.ts';

const evidenceKinds: readonly StageRowKind[] = ['RECRUITMENT', 'BENCHMARK'];

const idsOf = (rows: readonly StageRow[], kinds: readonly StageRowKind[]): number[] =>
  rows.filter(({ kind }) => kinds.includes(kind)).map(({ rowId }) => rowId);

@Resolver(() => StageEvidenceType)
export class StageEvidenceResolver {
  @FieldResolver(() => [PayObservationType], { description: 'The paid observations that count for it.' })
  async payObservations(
    @Ctx() { loaders }: Context,
    @Root() { rows }: StageEvidenceType,
  ): Promise<PayObservationType[]> {
    return Promise.all(idsOf(rows, ['PAY']).map((id) => loaders.the(PayObservationType, id)));
  }

  @FieldResolver(() => [ConversionEvidenceType], {
    description: 'The benchmarks and paid recruitments that count for it.',
  })
  async evidence(
    @Ctx() { loaders }: Context,
    @Root() { rows }: StageEvidenceType,
  ): Promise<ConversionEvidenceType[]> {
    return Promise.all(idsOf(rows, evidenceKinds).map((id) => loaders.the(ConversionEvidenceType, id)));
  }

  @FieldResolver(() => [EvaluationType], {
    description: 'The evaluations at or above expert parity that count for it.',
  })
  async evaluations(
    @Ctx() { loaders }: Context,
    @Root() { rows }: StageEvidenceType,
  ): Promise<EvaluationType[]> {
    return Promise.all(idsOf(rows, ['PARITY']).map((id) => loaders.the(EvaluationType, id)));
  }
}

@Resolver(() => ConversionEventType)
export class ConversionEventResolver {
  @FieldResolver(() => ProfessionType, { description: 'The profession.' })
  async profession(
    @Ctx() { loaders }: Context,
    @Root() { professionId }: ConversionEventType,
  ): Promise<ProfessionType> {
    return loaders.the(ProfessionType, professionId);
  }

  @FieldResolver(() => PayObservationType, {
    nullable: true,
    description: 'The row with which the rule was met, where it is a pay observation.',
  })
  async payObservation(
    @Ctx() { loaders }: Context,
    @Root() { row }: ConversionEventType,
  ): Promise<PayObservationType | null> {
    return loaders.one(PayObservationType, idsOf([row], ['PAY'])[0] ?? null);
  }

  @FieldResolver(() => ConversionEvidenceType, {
    nullable: true,
    description: 'The row with which the rule was met, where it is a benchmark or a recruitment.',
  })
  async evidence(
    @Ctx() { loaders }: Context,
    @Root() { row }: ConversionEventType,
  ): Promise<ConversionEvidenceType | null> {
    return loaders.one(ConversionEvidenceType, idsOf([row], evidenceKinds)[0] ?? null);
  }

  @FieldResolver(() => EvaluationType, {
    nullable: true,
    description: 'The row with which the rule was met, where it is an evaluation.',
  })
  async evaluation(
    @Ctx() { loaders }: Context,
    @Root() { row }: ConversionEventType,
  ): Promise<EvaluationType | null> {
    return loaders.one(EvaluationType, idsOf([row], ['PARITY'])[0] ?? null);
  }
}
