import type { Bilingual, ClaimFinding } from './claim-findings.ts';
import { bilingual, countText, percentText } from './words.ts';

/** A test in one line: what was measured, and what it gave. */
export function testInWords({ statistic, unit, value }: ClaimFinding): Bilingual {
  if (value === null) return statistic;
  const isShare = /^share\b/.test(unit.en);
  const given = isShare ? percentText(value) : countText(Math.round(value));
  const tail = (language: 'en' | 'fr') => (isShare ? '' : ` ${unit[language]}`);
  return bilingual(`${statistic.en}: ${given.en}${tail('en')}`, `${statistic.fr} : ${given.fr}${tail('fr')}`);
}
