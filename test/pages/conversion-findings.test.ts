import { describe, expect, test } from 'vitest';
import type { ConversionEvent, OccupationEvidence } from '../../web/src/lib/api/conversion.ts';
import { nameMatches } from '../../web/src/lib/findings/name-match.ts';
import { needInWords, ruleStates } from '../../web/src/lib/findings/stage-rules.ts';
import { monthsOf, stepsByOccupation } from '../../web/src/lib/findings/stage-steps.ts';
import { editionOf } from '../../web/src/lib/i18n/edition.ts';
import { strengthOf } from '../../web/src/lib/pictures/conversion/predictions.ts';

const words = editionOf('en');

describe('finding an occupation by name', () => {
  test('minds neither case nor accents nor the order of the words', () => {
    expect(nameMatches('Ingénieurs en aérospatiale', 'AEROSPATIALE ingenieur')).toBe(true);
    expect(nameMatches('Lawyers', 'law')).toBe(true);
    expect(nameMatches('Lawyers', 'law clerk')).toBe(false);
  });
});

describe('the steps of the occupations', () => {
  const event = (socCode: string, stage: string, date: string | null) =>
    ({ profession: { socCode }, stage, date }) as ConversionEvent;
  const timeline = [
    event('a', 'MEASURED', '2025'),
    event('a', 'RECRUITED', '2024-04-29'),
    event('a', 'CONVERTING', null),
    event('b', 'RECRUITED', '2023-11'),
  ];

  test('are written stage by stage to the month, a year as its January, the undated without one', () => {
    expect(Object.fromEntries(stepsByOccupation(timeline))).toEqual({
      a: '1@2024-04 2@2025-01 3@',
      b: '1@2023-11',
    });
  });

  test('span the months of the slider', () => {
    expect(monthsOf(timeline)).toEqual({ first: '2023-11', last: '2025-01' });
    expect(monthsOf([event('a', 'RECRUITED', null)])).toBeNull();
  });
});

describe('the rules of an occupation', () => {
  const source = { slug: 'source' };
  const occupation: OccupationEvidence = {
    socCode: '23-1011',
    title: 'Lawyers',
    stage: 'MEASURED',
    employment: 1,
    stageSince: [
      { stage: 'RECRUITED', date: '2024-04' },
      { stage: 'MEASURED', date: null },
    ],
    stageNeeds: [
      { stage: 'CONVERTING', observations: 0, platforms: 1, benchmarks: 0, parity: false },
      { stage: 'CONTESTED', observations: 0, platforms: 1, benchmarks: 0, parity: true },
    ],
    payObservations: {
      totalCount: 3,
      nodes: [{ key: 'p', roleTitle: 'Lawyer', observedOn: '2024-04', platform: { name: 'Mercor' }, source }],
    },
    evidence: {
      nodes: [
        { key: 'b', name: 'CUAD', kind: 'BENCHMARK', expertBuilt: true, releasedOn: '2021-03', source },
        { key: 'c', name: 'By a crowd', kind: 'BENCHMARK', expertBuilt: false, releasedOn: null, source },
      ],
    },
    stageEvidence: { evaluations: [] },
  };
  const [recruited, measured, converting, contested] = ruleStates(words, occupation);

  test('list the rows that meet them, with what is left out counted', () => {
    expect(recruited).toMatchObject({ met: true, since: '2024-04', moreRates: 2 });
    expect(recruited?.rows.map(({ text, path }) => [text, path])).toEqual([
      ['Mercor: Lawyer', '/sources/source'],
    ]);
    expect(measured?.rows.map(({ text }) => text)).toEqual(['CUAD']);
  });

  test('that are not met say what they would need', () => {
    expect(converting).toMatchObject({ met: false, since: null });
    expect(needInWords(words, converting!.need!)).toBe('one more named platform that recruits');
    expect(needInWords(words, contested!.need!)).toBe(
      'one more named platform that recruits and a published evaluation at or above the experts on a benchmark of its own',
    );
  });
});

test('the word for an agreement follows its size, whatever its sign', () => {
  expect([0.1, -0.3, 0.6, 0.8].map(strengthOf)).toEqual(['none', 'weak', 'moderate', 'strong']);
});
