import type { TurningPoint } from '../turning-point.ts';
import { Verdict } from '../verdict.ts';
import { bilingual } from '../words.ts';

/** Why the claim has no verdict. */
export const displacedReason = bilingual(
  'To displace is to take the place of: one kind of work must shrink because the other grows. No published series follows crowd work and expert work side by side over time, in people, hours or money. There are single figures of single firms, which fit the claim as well as they fit two markets that simply grew apart.',
  'Supplanter, c’est prendre la place : il faut qu’un travail recule parce que l’autre avance. Aucune série publiée ne suit côte à côte, dans le temps, le travail des foules et celui des experts, en personnes, en heures ou en argent. Il existe des chiffres isolés, de firmes isolées, qui s’accordent avec l’affirmation aussi bien qu’avec deux marchés qui se seraient simplement séparés.',
);

export const displacedCaveat = bilingual(
  'The facts listed were chosen because they speak of the one kind of work or of the other; they are no sample. A platform that lays off generalists may have moved the work to another country or to a model rather than to experts. Platforms that count contributors in the hundreds of thousands still exist.',
  'Les faits cités ont été retenus parce qu’ils parlent de l’un ou l’autre travail ; ils ne forment pas un échantillon. Une plateforme qui se sépare de généralistes a pu confier le travail à un autre pays ou à un modèle plutôt qu’à des experts. Des plateformes qui comptent leurs contributeurs par centaines de milliers existent toujours.',
);

export const displacedWouldChange = bilingual(
  'Hours or spending on both kinds of work, from the same laboratories or platforms, for at least three years; three such series would make a test.',
  'Les heures ou les dépenses consacrées aux deux travaux, par les mêmes laboratoires ou plateformes, sur trois ans au moins ; trois séries de ce genre feraient une épreuve.',
);

export const displacedTested = bilingual(
  'It would be tested on series of both kinds of work over time, from the same buyers: does the one shrink as the other grows? None has been published, so nothing is tested; the facts below are single figures of single firms.',
  'Il faudrait des séries des deux travaux dans le temps, chez les mêmes acheteurs : l’un recule-t-il quand l’autre avance ? Aucune n’est publiée, rien n’est donc vérifié ; les faits ci-dessous sont des chiffres isolés, de firmes isolées.',
);

export const displacedTurns: TurningPoint[] = [
  {
    becomes: Verdict.SUPPORTED,
    condition: bilingual(
      'Three series of three years or more in which hours or spending on crowd work fall while those on expert work grow',
      'Trois séries d’au moins trois ans où les heures ou les dépenses de travail des foules baissent pendant que celles des experts croissent',
    ),
  },
  {
    becomes: Verdict.CONTRADICTED,
    condition: bilingual(
      'Three such series in which both grow, or crowd work falls without expert work growing',
      'Trois séries de ce genre où les deux croissent, ou bien où le travail des foules baisse sans que celui des experts croisse',
    ),
  },
];
