import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { Cost } from '../../graphql/cost/cost-hint.ts';
import { ProfessionType } from '../../market/professions/profession.type.ts';
import type { ExposureMeasure } from './exposure-measure.enum.ts';
import { ExposureStandingType } from './exposure-standing.type.ts';
import { readExposureScores } from './exposure.sql.ts';

@Resolver(() => ProfessionType)
export class ExposureStandingResolver {
  @Cost({ size: 4, weight: 10 })
  @FieldResolver(() => [ExposureStandingType], {
    description: 'Where each prediction of its exposure stands among those of all occupations.',
  })
  async exposureStandings(
    @Ctx() { kysely, loaders }: Context,
    @Root() { exposure }: ProfessionType,
  ): Promise<ExposureStandingType[]> {
    const all = loaders.batch('exposure scores', async (keys: readonly string[]) => {
      const scores = await readExposureScores(kysely);
      return keys.map(() => scores);
    });
    const scores = await all.load('all');
    const own: Record<ExposureMeasure, number | null> = {
      GPT4_BETA: exposure.gpt4Beta,
      HUMAN_BETA: exposure.humanBeta,
      MS_APPLICABILITY: exposure.msApplicability,
      AEI_USAGE: exposure.aeiUsagePercent,
    };
    return [...scores].map(([measure, those]) => ExposureStandingType.of(measure, own[measure], those));
  }
}
