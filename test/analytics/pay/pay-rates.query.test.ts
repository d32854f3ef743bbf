import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openGraph, type OpenGraph } from '../../graphql/open-graph.ts';

let graph: OpenGraph;
beforeAll(async () => {
  graph = await openGraph();
});
beforeEach(() => void graph.database.statements.splice(0));
afterAll(() => graph.close());

interface Rate {
  group: { key: string; label: string; profession: { socCode: string } | null };
  n: number;
  median: number | null;
  market: { median: number } | null;
  observations: {
    totalCount: number;
    nodes: { key: string; typical: number | null; observedOn: string | null }[];
  };
}

interface ObservationPage {
  totalCount: number;
  nodes: { key: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

describe('payRates', () => {
  it('gives every profession, its market wage and its observations in a bounded number of statements', async () => {
    const { payRates } = await graph.ask<{ payRates: Rate[] }>(`{
      payRates(groupBy: PROFESSION) {
        group { key label(locale: FR) profession { socCode } }
        n median market { median }
        observations(first: 3) { totalCount nodes { key typical observedOn } }
      }
    }`);
    // Observations, market wages, professions, and the observations of all pages by id.
    expect(graph.database.statements).toHaveLength(4);
    const lawyers = payRates.find(({ group }) => group.key === '23-1011');
    expect(lawyers).toMatchObject({ group: { label: 'Avocats' }, market: { median: 76.76 } });
    expect(payRates.find(({ group }) => group.key === 'unknown')?.group.label).toBe(
      'Sans profession précise',
    );
    for (const { observations } of payRates) {
      expect(observations.nodes.length).toBe(Math.min(3, observations.totalCount));
      const dates = observations.nodes.map(({ observedOn }) => observedOn ?? '');
      expect(dates).toEqual([...dates].sort().reverse());
    }
  });

  it('pages through the observations of a group without gap or repeat', async () => {
    const pageAfter = async (after: string | null): Promise<ObservationPage> => {
      const { payRates } = await graph.ask<{ payRates: { observations: ObservationPage }[] }>(
        `query ($after: String) {
          payRates(groupBy: SECTOR, filter: { sector: ["law"] }) {
            observations(first: 5, after: $after) { totalCount nodes { key } pageInfo { hasNextPage endCursor } }
          }
        }`,
        { after },
      );
      return payRates[0]!.observations;
    };
    let page = await pageAfter(null);
    const keys = page.nodes.map(({ key }) => key);
    while (page.pageInfo.hasNextPage) {
      page = await pageAfter(page.pageInfo.endCursor);
      keys.push(...page.nodes.map(({ key }) => key));
    }
    const total = page.totalCount;
    expect(new Set(keys).size).toBe(total);
    expect(keys).toHaveLength(total);
  });

  it('names countries, years and platforms', async () => {
    const labels = async (groupBy: string): Promise<string[]> => {
      const { payRates } = await graph.ask<{ payRates: Rate[] }>(
        `query ($by: PayGrouping!) { payRates(groupBy: $by) { group { key label(locale: FR) } } }`,
        { by: groupBy },
      );
      return payRates.map(({ group }) => `${group.key}: ${group.label}`);
    };
    expect(await labels('COUNTRY')).toContain('GB: Royaume-Uni');
    expect(await labels('COUNTRY')).toContain('unknown: Pays non précisé');
    expect(await labels('YEAR')).toContain('2025: 2025');
    expect(await labels('PLATFORM')).toContain('mercor: Mercor');
  });

  it('says where the rates were published', async () => {
    const { payRates } = await graph.ask<{ payRates: { n: number; provenance: unknown }[] }>(`{
      payRates(groupBy: PROFESSION, filter: { profession: ["29-1213"] }) {
        n provenance { kind n release dataset { slug } licence sources { slug } }
      }
    }`);
    expect(payRates).toMatchObject([
      {
        n: 1,
        provenance: {
          kind: 'PUBLISHED',
          n: 1,
          release: 1,
          dataset: { slug: 'public-record' },
          licence: 'CC-BY-4.0',
          sources: expect.arrayContaining([{ slug: 'mercor-board-2025-06' }]) as unknown,
        },
      },
    ]);
  });
});

describe('Profession.payRate', () => {
  it('is read for a whole page of professions in two statements', async () => {
    await graph.ask(`{ professions(first: 100) { nodes { payRate { n median premium } } } }`);
    expect(graph.database.statements).toHaveLength(3);
  });

  it('is null where nothing was published', async () => {
    const answer = await graph.ask(`{ profession(socCode: "39-5011") { payRate { n } } }`);
    expect(answer).toEqual({ profession: { payRate: null } });
  });
});

describe('rateBenchmark', () => {
  const query = `query ($socCode: String!, $country: String) {
    rateBenchmark(socCode: $socCode, country: $country) {
      profession { socCode } country n statedCountry freshness
      published { median n premium premiumOffered premiumN }
      market { median p10 p90 year topCoded }
      realised { engagements }
      provenance { sources { slug } }
    }
  }`;

  it('puts what lawyers are offered beside what they earn', async () => {
    const { rateBenchmark } = await graph.ask<{ rateBenchmark: Record<string, unknown> }>(query, {
      socCode: '23-1011',
    });
    expect(rateBenchmark).toMatchObject({
      profession: { socCode: '23-1011' },
      country: 'US',
      n: 8,
      published: { median: 65, n: 8, premiumOffered: 65, premiumN: 8 },
      market: { median: 76.76, year: 2025, topCoded: false },
      realised: [],
    });
  });

  it('has no market wage outside the United States, and takes what states that country or none', async () => {
    const { rateBenchmark } = await graph.ask<{ rateBenchmark: Record<string, unknown> }>(query, {
      socCode: '23-1011',
      country: 'AU',
    });
    expect(rateBenchmark).toMatchObject({ country: 'AU', market: null, published: { premium: null } });
  });

  it('says how many of its rates state the country: those that state none answer for every one', async () => {
    const benchmark = async (country: string) => {
      const { rateBenchmark } = await graph.ask<{ rateBenchmark: { n: number; statedCountry: number } }>(
        query,
        { socCode: '23-1011', country },
      );
      return rateBenchmark;
    };
    const [there, here] = [await benchmark('FR'), await benchmark('US')];
    expect(there).toMatchObject({ statedCountry: 0 });
    expect(there.n).toBe(here.n - here.statedCountry);
    expect(here.statedCountry).toBeGreaterThan(0);
  });

  it('knows no occupation of an unknown code and no country of a wrong one', async () => {
    const unknown = await graph.execute(query, { socCode: '99-9999' });
    expect(unknown.errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND');
    const wrong = await graph.execute(query, { socCode: '23-1011', country: 'America' });
    expect(wrong.errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });
});
