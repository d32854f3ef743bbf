import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openGraph, type OpenGraph } from '../../graphql/open-graph.ts';

let graph: OpenGraph;
beforeAll(async () => {
  graph = await openGraph();
});
beforeEach(() => void graph.database.statements.splice(0));
afterAll(() => graph.close());

interface Test {
  dataset: { slug: string } | null;
  source: { slug: string } | null;
  fraction: number | null;
  value: number;
  interval: { low: number; high: number } | null;
  verdict: string | null;
  control: boolean;
  decisive: boolean;
}

interface Claim {
  slug: string;
  verdict: string;
  supported: number;
  contradicted: number;
  inconclusive: number;
  reason: string;
  tests: Test[];
}

const fields = `
  slug verdict supported contradicted inconclusive reason
  tests { dataset { slug } source { slug } fraction value interval { low high } verdict control decisive }`;

async function claim(slug: string): Promise<Claim> {
  const { claim: found } = await graph.ask<{ claim: Claim }>(
    `query ($slug: String!) { claim(slug: $slug) { ${fields} } }`,
    {
      slug,
    },
  );
  return found;
}

describe('the claims of the founding interview', () => {
  it('have these verdicts, counted for and against', async () => {
    const { claims } = await graph.ask<{ claims: Claim[] }>(`{ claims { ${fields} } }`);
    const told = claims.map(
      ({ slug, verdict, supported, contradicted, inconclusive }) =>
        `${slug}: ${verdict}, ${supported} for, ${contradicted} against, ${inconclusive} undecided`,
    );
    expect(told).toMatchInlineSnapshot(`
      [
        "top-contributors: SUPPORTED, 9 for, 1 against, 0 undecided",
        "up-to-200-an-hour: SUPPORTED, 9 for, 0 against, 0 undecided",
        "expert-work-displaced-crowd-work: UNTESTABLE, 0 for, 0 against, 0 undecided",
        "all-knowledge-work-becomes-training-data: UNTESTABLE, 0 for, 0 against, 0 undecided",
        "company-age-and-valuation: MIXED, 1 for, 0 against, 0 undecided",
      ]
    `);
  });

  it('are read and tested, all five with everything beside them, in a bounded number of statements', async () => {
    await graph.ask(`{
      claims {
        statement(locale: FR) speaker saidOn subject source { title } verdict reason caveat whatWouldChangeOurMind
        tests { statistic unit(locale: FR) value dataset { title } source { title } }
        marketFacts { key value source { slug } }
        provenance { kind method n sources { slug } }
      }
    }`);
    // Of 42 tests and 12 ledgers: two of these read the ledgers' totals, and only for whoever asks first.
    expect(graph.database.statements.length).toBeLessThanOrEqual(18);
  });

  it('say in both languages why, what it does not show, and what would change our mind', async () => {
    for (const locale of ['EN', 'FR']) {
      const { claims } = await graph.ask<{ claims: Record<string, string>[] }>(
        `query ($locale: Locale!) { claims {
          statement(locale: $locale) reason(locale: $locale) caveat(locale: $locale) whatWouldChangeOurMind(locale: $locale)
        } }`,
        { locale },
      );
      for (const text of claims.flatMap((texts) => Object.values(texts))) {
        expect(text).toMatch(/^[A-ZÀÉ0-9].*[.]$/u);
        expect(text).not.toMatch(/['"]|undefined|NaN|null/);
        // French sets a no-break space where a line must not end.
        if (locale === 'FR') expect(text).not.toMatch(/ [;:!?%»]|« /);
      }
    }
  });

  it('are null for a slug that no claim has', async () => {
    expect(await graph.ask(`{ claim(slug: "no-such-claim") { slug } }`)).toEqual({ claim: null });
  });
});

describe('the claim about the top 10 to 20 %', () => {
  it('is tested on all twelve ledgers, two of them as controls', async () => {
    const { tests, supported, contradicted, inconclusive } = await claim('top-contributors');
    expect(new Set(tests.map(({ dataset }) => dataset?.slug)).size).toBe(12);
    const controls = tests.filter(({ control }) => control).map(({ dataset }) => dataset?.slug);
    expect(new Set(controls)).toEqual(new Set(['prism', 'squality']));
    expect(supported + contradicted + inconclusive).toBe(10);
    expect(tests.filter(({ decisive }) => decisive)).toHaveLength(10);
  });

  it('counts a ledger for or against only when its interval lies wholly on one side of one half', async () => {
    const { tests } = await claim('top-contributors');
    for (const { interval, verdict } of tests) {
      const above = interval !== null && interval.low > 0.5;
      const below = interval !== null && interval.high < 0.5;
      expect(verdict).toBe(above ? 'SUPPORTED' : below ? 'CONTRADICTED' : 'INCONCLUSIVE');
    }
  });

  it('finds the open call of openai-evals against it', async () => {
    const { tests } = await claim('top-contributors');
    const against = tests.filter(({ decisive, verdict }) => decisive && verdict === 'CONTRADICTED');
    expect(against.map(({ dataset }) => dataset?.slug)).toEqual(['openai-evals']);
  });

  it('shows the same shares as the concentration of each ledger', async () => {
    const { claim: found } = await graph.ask<{
      claim: { tests: { fraction: number; value: number; measure: string; dataset: { slug: string } }[] };
    }>(`{ claim(slug: "top-contributors") { tests { fraction value measure dataset { slug } } } }`);
    const mmteb = found.tests.filter(({ dataset }) => dataset.slug === 'mmteb');
    expect(mmteb.map(({ fraction, value }) => [fraction, value.toFixed(3)])).toEqual([
      [0.1, '0.529'],
      [0.2, '0.712'],
    ]);
  });

  it('says plainly that output is not improvement', async () => {
    const answer = await graph.ask<{ claim: { en: string; fr: string } }>(
      `{ claim(slug: "top-contributors") { en: caveat fr: caveat(locale: FR) } }`,
    );
    expect(answer.claim.en).toContain('Output is not improvement.');
    expect(answer.claim.fr).toContain('La production n’est pas le progrès.');
  });
});

describe('the claim about 200 dollars an hour', () => {
  it('says what is tested, and no more', async () => {
    expect(
      await graph.ask(`{ claim(slug: "up-to-200-an-hour") { en: statement fr: statement(locale: FR) } }`),
    ).toEqual({
      claim: {
        en: 'Experts are paid up to 200 dollars an hour.',
        fr: 'Les experts sont payés jusqu’à 200 dollars l’heure.',
      },
    });
  });

  it('counts independent reports only', async () => {
    const { tests } = await claim('up-to-200-an-hour');
    const listed = tests.flatMap(({ source, decisive }) => (!decisive && source ? [source.slug] : []));
    expect(listed).toEqual(
      expect.arrayContaining(['truenewj-350', 'busyad-wsj-mercor', 'gokaworldnews-ai-trainers']),
    );
  });

  it('rests on sources other than its own', async () => {
    const { tests } = await claim('up-to-200-an-hour');
    expect(tests.filter(({ decisive }) => decisive).length).toBeGreaterThanOrEqual(3);
    expect(tests.map(({ source }) => source?.slug)).not.toContain('aissential-foody-disrupt');
  });
});

describe('the claim about the valuation', () => {
  it('is undecided: one source besides its own values the company in that year, and a verdict needs three', async () => {
    const { verdict, reason, tests } = await claim('company-age-and-valuation');
    expect(verdict).toBe('MIXED');
    expect(reason).toContain('at 10 billion dollars: 1. A verdict of one side needs three.');
    expect(
      tests.map(({ source, value, verdict: own, decisive }) => [source?.slug, value, own, decisive]),
    ).toEqual([
      ['summhub-mercor-20vc', 2e9, null, false],
      ['indiatoday-mercor', 10e9, 'SUPPORTED', true],
    ]);
  });

  it('dates the valuation by the round that set it', async () => {
    const { marketFacts } = await graph.ask<{ marketFacts: { nodes: { key: string; asOf: string }[] } }>(
      `{ marketFacts(filter: { organisation: ["mercor"], metric: ["valuation"], from: "2025-10" }) { nodes { key asOf } } }`,
    );
    expect(marketFacts.nodes).toEqual([{ key: 'fact-0033', asOf: '2025-10' }]);
  });
});

describe('the caveat about 200 dollars an hour', () => {
  it('is right that one source of standing reports it for finance or consulting', async () => {
    const { payObservations } = await graph.ask<{
      payObservations: {
        nodes: {
          high: number | null;
          typical: number | null;
          source: { slug: string };
          profession: { socCode: string } | null;
        }[];
      };
    }>(`{
      payObservations(first: 100, filter: {
        basis: [HOUR], currency: ["USD"], reliability: [HIGH, MEDIUM]
        profession: ["13-1111", "13-2051", "13-2052", "13-2099", "11-3031", "41-3031"]
      }) { nodes { high typical source { slug } profession { socCode } } }
    }`);
    expect(payObservations.nodes.length).toBeGreaterThan(5);
    const reaching = payObservations.nodes.filter(({ high, typical }) => (high ?? typical ?? 0) >= 200);
    expect(reaching.map(({ source }) => source.slug)).toEqual(['nineatlas-micro1']);
  });

  it('is right that most of the reports speak of one company', async () => {
    const { tests } = await claim('up-to-200-an-hour');
    const counted = tests.flatMap(({ source, decisive }) => (decisive && source ? [source.slug] : []));
    const { payObservations } = await graph.ask<{
      payObservations: { nodes: { high: number | null; typical: number | null; source: { slug: string } }[] };
    }>(
      `query ($source: [String!]) { payObservations(first: 100, filter: {
        basis: [HOUR], currency: ["USD"], platform: ["mercor"], source: $source
      }) { nodes { high typical source { slug } } } }`,
      { source: counted },
    );
    const reaching = payObservations.nodes.filter(({ high, typical }) => (high ?? typical ?? 0) >= 200);
    expect(new Set(reaching.map(({ source }) => source.slug)).size).toBeGreaterThan(counted.length / 2);
  });

  it('is right that the highest rates that name a profession are for physicians', async () => {
    const { payObservations } = await graph.ask<{
      payObservations: {
        nodes: { high: number | null; typical: number | null; profession: { majorGroup: string } | null }[];
      };
    }>(`{
      payObservations(first: 100, filter: { basis: [HOUR], currency: ["USD"] }, orderBy: { field: HIGH, direction: DESC }) {
        nodes { high typical profession { majorGroup } }
      }
    }`);
    const above = payObservations.nodes.filter(({ high }) => (high ?? 0) > 200);
    const groups = above.flatMap(({ profession }) => profession?.majorGroup ?? []);
    expect(groups.length).toBeGreaterThan(3);
    expect(new Set(groups)).toEqual(new Set(['Healthcare Practitioners and Technical Occupations']));
  });
});

describe('the claim that experts displaced the crowd', () => {
  it('has no test, a reason, and the facts that people cite', async () => {
    const answer = await graph.ask<{ claim: { tests: unknown[]; marketFacts: unknown[]; verdict: string } }>(
      `{ claim(slug: "expert-work-displaced-crowd-work") { verdict tests { n } marketFacts { key } } }`,
    );
    expect(answer.claim).toMatchObject({ verdict: 'UNTESTABLE', tests: [] });
    expect(answer.claim.marketFacts).toHaveLength(9);
  });
});
