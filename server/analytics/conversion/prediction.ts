/** Whose prediction of how far AI reaches into an occupation. */
export enum Prediction {
  GPT4_BETA = 'GPT4_BETA',
  HUMAN_BETA = 'HUMAN_BETA',
  MS_APPLICABILITY = 'MS_APPLICABILITY',
  AEI_USAGE = 'AEI_USAGE',
}

/** Every prediction, in the order of publication. */
export const allPredictions: readonly Prediction[] = Object.values(Prediction);

/** What the predictions say of one occupation; null where one of them does not know it. */
export type Exposure = { professionId: number } & Record<Prediction, number | null>;
