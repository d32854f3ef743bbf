import { expect, it } from 'vitest';
import { bilingual, countText, monthText, percentText } from '../../../server/analytics/claims/words.ts';

it('sets the no-break spaces of French, and leaves English alone', () => {
  const text = bilingual('Up to 20%: ‘yes’; no!', 'Jusqu’à 20 % : « oui » ; 200 $ !');
  expect(text.en).toBe('Up to 20%: ‘yes’; no!');
  expect(text.fr).toBe(
    'Jusqu’à 20\u202f% : « oui » ; 200\u202f$ !'.replace(/ (?=[:;!»])|(?<=«) /g, '\u202f'),
  );
});

it('writes numbers and dates as each language does', () => {
  expect(countText(1234)).toEqual({ en: '1,234', fr: '1\u202f234' });
  expect(percentText(0.684)).toEqual({ en: '68%', fr: '68\u202f%' });
  expect(monthText('2026-02')).toEqual({ en: 'February 2026', fr: 'février 2026' });
  expect(monthText('2026')).toEqual({ en: '2026', fr: '2026' });
});
