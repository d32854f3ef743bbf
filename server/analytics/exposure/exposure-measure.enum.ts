import { registerEnumType } from 'type-graphql';

export enum ExposureMeasure {
  GPT4_BETA = 'GPT4_BETA',
  HUMAN_BETA = 'HUMAN_BETA',
  MS_APPLICABILITY = 'MS_APPLICABILITY',
  AEI_USAGE = 'AEI_USAGE',
}

registerEnumType(ExposureMeasure, {
  name: 'ExposureMeasure',
  description: "Other people's predictions of how far AI reaches into an occupation.",
  valuesConfig: {
    GPT4_BETA: { description: 'Share of tasks exposed, rated by GPT-4 (Eloundou et al. 2023), 0–1.' },
    HUMAN_BETA: { description: 'Share of tasks exposed, rated by people (Eloundou et al. 2023), 0–1.' },
    MS_APPLICABILITY: { description: 'AI applicability score (Tomlinson et al. 2025), 0–1.' },
    AEI_USAGE: { description: 'Share of conversations in the Anthropic Economic Index, in percent.' },
  },
});
