import { registerEnumType } from 'type-graphql';
import { Prediction } from './prediction.ts';

registerEnumType(Prediction, {
  name: 'Prediction',
  description: "Other people's predictions of how far AI reaches into an occupation.",
  valuesConfig: {
    GPT4_BETA: { description: 'GPT-4 rated β of Eloundou et al. (2023).' },
    HUMAN_BETA: { description: 'Human rated β of Eloundou et al. (2023).' },
    MS_APPLICABILITY: { description: "Microsoft's AI applicability score (Tomlinson et al. 2025)." },
    AEI_USAGE: { description: 'The share of Claude conversations in the Anthropic Economic Index.' },
  },
});

export { Prediction };
