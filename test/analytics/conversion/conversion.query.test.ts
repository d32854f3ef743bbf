import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openGraph, type OpenGraph } from '../../graphql/open-graph.ts';

let graph: OpenGraph;
beforeAll(async () => {
  graph = await openGraph();
});
beforeEach(() => void graph.database.statements.splice(0));
afterAll(() => graph.close());

interface Share {
  stage: string;
  employmentShare: number;
  wageBillShare: number;
}

const stages = ['UNTOUCHED', 'RECRUITED', 'MEASURED', 'CONVERTING', 'CONTESTED'];

describe('conversion', () => {
  it('answers the contract’s question: shares that add up to one, overall and by sector', async () => {
    const { conversion } = await graph.ask<{
      conversion: {
        professions: number;
        stages: Share[];
        bySector: { sector: { slug: string }; stages: Share[] }[];
      };
    }>(`{
      conversion {
        professions employment wageBill { amount currency } withoutWage wageYear
        stages { stage professions employment employmentShare wageBillShare wageBill { amount } onetTasks onetTaskShare }
        bySector { sector { slug } professions employment wageBill { amount } stages { stage employmentShare wageBillShare } }
      }
    }`);
    // Occupations, their rows, the sectors.
    expect(graph.database.statements).toHaveLength(3);
    expect(conversion).toMatchObject({
      professions: 830,
      employment: 155_481_840,
      wageBill: { amount: '10833939665400.00', currency: 'USD' },
      withoutWage: 5,
      wageYear: 2025,
    });
    expect(conversion.bySector).toHaveLength(13);
    for (const { stages: shares } of [conversion, ...conversion.bySector]) {
      expect(shares.map(({ stage }) => stage)).toEqual(stages);
      for (const share of ['employmentShare', 'wageBillShare'] as const) {
        expect(shares.reduce((sum, part) => sum + part[share], 0)).toBeCloseTo(1, 12);
      }
    }
  });

  it('gives all 830 occupations for the treemap at once, in three statements', async () => {
    const { conversion } = await graph.ask<{
      conversion: {
        occupations: { stage: string; since: string | null; wageBill: { amount: string } | null }[];
      };
    }>(`{
      conversion {
        occupations {
          stage since platforms benchmarks employment meanAnnual wageBill { amount }
          profession { socCode title(locale: FR) }
        }
      }
    }`);
    expect(graph.database.statements).toHaveLength(3);
    expect(conversion.occupations).toHaveLength(830);
    const bills = conversion.occupations.map(({ wageBill }) => Number(wageBill?.amount ?? -1));
    expect(bills).toEqual([...bills].sort((a, b) => b - a));
  });

  it('orders occupations as asked', async () => {
    const { conversion } = await graph.ask<{ conversion: { occupations: { stage: string }[] } }>(
      `{ conversion { occupations(orderBy: { field: STAGE, direction: DESC }) { stage } } }`,
    );
    const order = conversion.occupations.map(({ stage }) => stages.indexOf(stage));
    expect(order).toEqual([...order].sort((a, b) => b - a));
  });

  it('dates every stage that a profession reached by the row with which it did', async () => {
    const { conversion } = await graph.ask<{
      conversion: {
        timeline: { stage: string; date: string | null; [row: string]: { key: string } | string | null }[];
      };
    }>(`{
      conversion(filter: { profession: ["23-1011"] }) {
        timeline {
          stage date profession { socCode }
          payObservation { key } evidence { key } evaluation { key }
        }
      }
    }`);
    const events = conversion.timeline.map(({ date, stage, ...rows }) => {
      const keys = Object.values(rows).flatMap((row) =>
        row !== null && typeof row === 'object' ? (row.key ?? []) : [],
      );
      return [date, stage, ...keys].join(' ');
    });
    expect(events).toMatchInlineSnapshot(`
      [
        "2021-03 MEASURED cuad",
        "2024-04-29 RECRUITED pay-0176",
        "2025-04-13 CONVERTING pay-0112",
        "2025-12-11 CONTESTED eval-0004",
      ]
    `);
  });

  it('says what it rests on', async () => {
    const { conversion } = await graph.ask<{ conversion: { provenance: { sources: { slug: string }[] } } }>(
      `{ conversion { provenance { kind method n release dataset { slug } sources { slug } } } }`,
    );
    expect(conversion.provenance).toMatchObject({ kind: 'PUBLISHED', dataset: { slug: 'public-record' } });
    const slugs = conversion.provenance.sources.map(({ slug }) => slug);
    expect(slugs).toEqual(expect.arrayContaining(['bls-oews-2025', 'arxiv-gdpval']));
  });

  it('answers as things stood at a date: fewer stages, the same occupations and wages', async () => {
    const { then, now } = await graph.ask<Record<'then' | 'now', Total>>(`{
      then: conversion(asOf: "2024-06") { ...total }
      now: conversion { ...total }
    }
    fragment total on Conversion { professions employment provenance { n } stages { stage professions } timeline { date } }`);
    interface Total {
      professions: number;
      employment: number;
      provenance: { n: number };
      stages: { stage: string; professions: number }[];
      timeline: { date: string | null }[];
    }
    expect(then).toMatchObject({ professions: now.professions, employment: now.employment });
    expect(then.provenance.n).toBeLessThan(now.provenance.n);
    expect(then.timeline.length).toBeGreaterThan(0);
    for (const { date } of then.timeline) expect(date!.slice(0, 7) <= '2024-06').toBe(true);
    expect(then.stages[0]!.professions).toBeGreaterThan(now.stages[0]!.professions);
    expect(then.stages[4]).toEqual({ stage: 'CONTESTED', professions: 0 });
  });

  it('says how far each published prediction agrees with the stages, as SciPy counts it', async () => {
    const { conversion } = await graph.ask<{
      conversion: {
        predictions: {
          prediction: string;
          n: number;
          correlation: number;
          interval: { low: number; high: number; method: string };
        }[];
      };
    }>(`{ conversion { predictions { prediction n correlation interval { low high level method } } } }`);
    // scipy.stats.spearmanr over the shipped exposures and the stages that the API gives.
    const expected = [
      ['GPT4_BETA', 783, 0.3797352285577241],
      ['HUMAN_BETA', 783, 0.38429559684329856],
      ['MS_APPLICABILITY', 783, 0.2725903094096255],
      ['AEI_USAGE', 612, 0.31188310860441537],
    ] as const;
    expect(conversion.predictions).toHaveLength(expected.length);
    conversion.predictions.forEach(({ prediction, n, correlation, interval }, index) => {
      const [name, count, value] = expected[index]!;
      expect([prediction, n]).toEqual([name, count]);
      expect(correlation).toBeCloseTo(value, 12);
      expect(interval.low).toBeLessThan(correlation);
      expect(interval.high).toBeGreaterThan(correlation);
      expect(interval.method).toBe('BCa bootstrap, 2000 replicates');
    });
  });

  it('gives no interval to predictions for fewer than 30 occupations, and no value where nothing varies', async () => {
    const { few, none } = await graph.ask<Record<'few' | 'none', unknown>>(`{
      few: conversion(filter: { sector: ["language-translation"] }) { predictions { interval { low } } }
      none: conversion(asOf: "1990") { predictions { correlation interval { low } } }
    }`);
    expect(few).toEqual({ predictions: [1, 2, 3, 4].map(() => ({ interval: null })) });
    expect(none).toEqual({ predictions: [1, 2, 3, 4].map(() => ({ correlation: null, interval: null })) });
  });

  it('has nothing to share out where no occupation matches', async () => {
    const answer = await graph.ask(`{
      conversion(filter: { sector: ["law"], profession: ["11-1011"] }) { professions employment wageYear stages { wageBillShare } bySector { professions } }
    }`);
    expect(answer).toEqual({
      conversion: {
        professions: 0,
        employment: 0,
        wageYear: null,
        stages: stages.map(() => ({ wageBillShare: 0 })),
        bySector: [],
      },
    });
  });
});

describe('Profession', () => {
  it('has its stage, dates and evidence in a bounded number of statements for a page of a hundred', async () => {
    await graph.ask(`{
      professions(first: 100) {
        nodes {
          stage stageSince { stage date }
          stageEvidence { stage payObservations { key } evidence { key } evaluations { key } }
        }
      }
    }`);
    // Professions, their rows, and the three kinds of evidence by id.
    expect(graph.database.statements).toHaveLength(5);
  });

  it('lists the rows that put it at its stage', async () => {
    const answer = await graph.ask(`{
      profession(socCode: "41-3031") {
        stage stageSince { stage date }
        stageEvidence { stage payObservations { key platform { name } } evidence { key } evaluations { key } }
      }
    }`);
    expect(answer).toMatchInlineSnapshot(`
      {
        "profession": {
          "stage": "CONTESTED",
          "stageEvidence": {
            "evaluations": [
              {
                "key": "eval-0004",
              },
              {
                "key": "eval-0005",
              },
              {
                "key": "eval-0006",
              },
            ],
            "evidence": [
              {
                "key": "gdpval-41-3031",
              },
            ],
            "payObservations": [
              {
                "key": "pay-0007",
                "platform": {
                  "name": "xAI",
                },
              },
              {
                "key": "pay-0214",
                "platform": {
                  "name": "Invisible Technologies",
                },
              },
            ],
            "stage": "CONTESTED",
          },
          "stageSince": [
            {
              "date": "2025-06",
              "stage": "RECRUITED",
            },
            {
              "date": "2025-09-25",
              "stage": "MEASURED",
            },
            {
              "date": "2026",
              "stage": "CONVERTING",
            },
            {
              "date": "2026",
              "stage": "CONTESTED",
            },
          ],
        },
      }
    `);
  });

  it('says what the next stages would need', async () => {
    const answer = await graph.ask(`{
      profession(socCode: "39-5011") { stageNeeds { stage observations platforms benchmarks parity } }
    }`);
    expect(answer).toMatchObject({
      profession: {
        stageNeeds: [
          { stage: 'RECRUITED', observations: 1 },
          { stage: 'MEASURED', benchmarks: 1 },
          { stage: 'CONVERTING', platforms: 2, benchmarks: 1 },
          { stage: 'CONTESTED', platforms: 2, benchmarks: 1, parity: true },
        ],
      },
    });
  });

  it('untouched, has none', async () => {
    const answer = await graph.ask(`{
      profession(socCode: "39-5011") { stage stageSince { stage } stageEvidence { payObservations { key } evidence { key } } }
    }`);
    expect(answer).toEqual({
      profession: {
        stage: 'UNTOUCHED',
        stageSince: [],
        stageEvidence: { payObservations: [], evidence: [] },
      },
    });
  });
});
