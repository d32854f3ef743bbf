import { describe, expect, test } from 'vitest';
import { checksumOf, idOf } from '../../server/figures/figure-id.ts';
import { hasMoved } from '../../server/figures/newer-figure.ts';
import type { CurrentFigure, FigureWords } from '../../server/figures/picture-maker.ts';

const words = (finding: string): FigureWords => ({
  finding,
  measure: 'dollars an hour',
  description: finding,
  notes: [{ text: 'Advertised, not paid.' }],
  tables: [
    { key: 'rates', columns: [{ key: 'rate', label: 'Rate', kind: 'money', currency: 'USD' }], rows: [[70]] },
  ],
  standing: { n: 'n = 12', sources: [{ label: 'A newspaper', path: '/sources/a' }] },
});
const figure = (changes: Partial<CurrentFigure> = {}): CurrentFigure => ({
  address: '/pay',
  figure: 'ranges',
  headline: { value: 70, low: 60, high: 80 },
  simulated: false,
  releases: [{ dataset: 'public-record', number: 1 }],
  query: null,
  words: { en: words('Lawyers are offered $70'), fr: words('On offre 70 $ aux juristes') },
  data: { en: {}, fr: {} },
  ...changes,
});

describe('the id of a figure', () => {
  test('is the same for the same content, whatever it was drawn from', () => {
    expect(checksumOf(figure())).toBe(checksumOf(figure({ data: { en: { a: 1 }, fr: null }, query: null })));
    expect(idOf(checksumOf(figure()))).toMatch(/^[0-9a-f]{20}$/);
  });

  test.each([
    ['its page', { address: '/pay?sector=law' }],
    ['its name', { figure: 'realised' }],
    ['a release', { releases: [{ dataset: 'public-record', number: 2 }] }],
    ['its headline', { headline: { value: 71 } }],
    ['a word in French', { words: { en: words('Lawyers are offered $70'), fr: words('Autre') } }],
    ['being simulated', { simulated: true }],
  ])('is another with another of %s', (_what, changes) => {
    expect(checksumOf(figure(changes))).not.toBe(checksumOf(figure()));
  });
});

describe('a headline', () => {
  test('has not moved while it stays within the interval it had', () => {
    expect(hasMoved(figure(), figure({ headline: { value: 79.9 } }))).toBe(false);
  });

  test('has moved when it leaves that interval', () => {
    expect(hasMoved(figure(), figure({ headline: { value: 80.1, low: 70, high: 90 } }))).toBe(true);
  });

  test('without an interval has moved when it is another number', () => {
    const plain = figure({ headline: { value: 70 } });
    expect(hasMoved(plain, plain)).toBe(false);
    expect(hasMoved(plain, figure({ headline: { value: 70.5 } }))).toBe(true);
  });

  test('without a number has moved when the sentence is another', () => {
    const told = figure({ headline: null });
    expect(hasMoved(told, told)).toBe(false);
    expect(hasMoved(told, figure({ headline: null, words: { en: words('New'), fr: words('Neuf') } }))).toBe(
      true,
    );
  });
});
