import { editionOf, type Edition } from '../lib/i18n/edition.ts';
import type { Locale } from '../lib/i18n/locale.ts';
import type { Picture } from '../lib/pictures/picture.ts';
import { creditedDatasets } from './credited-datasets.ts';
import { elided, spokenFormats } from './spoken-numbers.ts';

/** What one says of a figure on the air. */
export interface Script {
  /** One sentence, with the credit. */
  sentence: string;
  /** About twenty seconds: what was found, how it was measured, what to beware of, who says so. */
  twenty: string;
  /** The finding with its exact numbers, for the eye of the one who speaks. */
  exact: string;
}

/** An edition whose numbers are written as they are said. */
export function spokenEdition(locale: Locale): Edition {
  const written = editionOf(locale);
  const speaking = { ...written, ...spokenFormats(locale, written) };
  return locale === 'fr' ? { ...speaking, t: (key, values) => elided(written.t(key, values)) } : speaking;
}

/** The script of a figure, from the same figure as its page writes it and as one says it. */
export function scriptOf(locale: Locale, written: Picture, spoken: Picture): Script {
  const words = editionOf(locale);
  const { t } = words;
  const { release } = spoken.standing;
  const credit = t('figure.credit', {
    dataset: creditedDatasets(words, spoken.standing),
    release: release ?? 0,
    simulated: written.simulated ? 'yes' : 'no',
  });
  const caveat = firstSentence(spoken.notes.find(({ lang }) => !lang || lang === locale)?.text ?? '');
  const finding = capital(ended(spoken.finding));
  return {
    sentence: `${finding.slice(0, -1)}, ${credit}.`,
    twenty: [finding, t('figure.measured', { measure: plain(spoken.measure) }), caveat, capital(`${credit}.`)]
      .filter(Boolean)
      .join(' '),
    exact: written.finding,
  };
}

const ended = (sentence: string) => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`);
/** What is in brackets, scales and marks are for the eye: the first sentence says what was counted. */
const plain = (measure: string) =>
  measure
    .replace(/\s?\([^)]*\)/gu, '')
    .split(/\s?[;:]|\.\s/u)[0]!
    .replace(/, (log scale|échelle logarithmique|area)(?=$|,)/u, '')
    .replace(/\.$/, '');
const capital = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);

function firstSentence(text: string): string {
  const [first = ''] = text.match(/^.+?[.!?](?=\s|$)/u) ?? [];
  return first || ended(text).replace(/^\.$/, '');
}
