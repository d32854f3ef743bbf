import { ask } from '../api/ask.ts';
import type { Measure } from '../api/common.ts';
import { askWhatCanBeShown } from '../api/fall-back.ts';
import { openShares, ownShares, type LedgerName, type TopFifth } from '../api/concentration-ledgers.ts';

/** What the top fifth of a ledger holds, by each measure that it records. */
export interface LedgerShares {
  ledger: LedgerName;
  shares: Partial<Record<Measure, TopFifth>>;
  /** The releases that they are of: one, or what could be shown of each measure. */
  releases: readonly number[];
}

const fieldOf = { UNITS: 'units', AMOUNT: 'amounts', HOURS: 'hours' } as const;
type Compared = keyof typeof fieldOf;
const compared = Object.keys(fieldOf) as Compared[];

/** What `openShares` is asked: the open ledgers by what they record. */
export function sharesVariables(ledgers: readonly LedgerName[]) {
  const recording = (measure: Measure): string[] =>
    ledgers.filter((one) => !one.protected && one.measures.includes(measure)).map(({ slug }) => slug);
  return { units: recording('UNITS'), amounts: recording('AMOUNT'), hours: recording('HOURS') };
}

/** The top shares of every ledger: the open ones at once, each of one's own at a release that can be shown. */
export async function readShares(ledgers: readonly LedgerName[]): Promise<LedgerShares[]> {
  const [open, own] = await Promise.all([
    readOpen(ledgers),
    Promise.all(ledgers.filter((one) => one.protected).map(readOwn)),
  ]);
  const known = new Map(own.map((one) => [one.ledger.slug, one]));
  return ledgers.map((ledger) => {
    const { shares, releases }: Omit<LedgerShares, 'ledger'> = known.get(ledger.slug) ?? {
      shares: {},
      releases: [],
    };
    const numbers = new Set(releases);
    for (const measure of compared) {
      const found = open[fieldOf[measure]].find(({ slug }) => slug === ledger.slug);
      if (!found) continue;
      shares[measure] = found.concentration;
      if (found.release) numbers.add(found.release.number);
    }
    return { ledger, shares, releases: [...numbers] };
  });
}

/** The ledgers that `openShares` gives of each measure. */
const atOnce = 90;

/** What it gives of all ledgers, in as many operations as that takes. */
async function readOpen(ledgers: readonly LedgerName[]) {
  const { units, amounts, hours } = sharesVariables(ledgers);
  const most = Math.max(1, units.length, amounts.length, hours.length);
  const parts = await Promise.all(
    Array.from({ length: Math.ceil(most / atOnce) }, (_, at) => {
      const part = (slugs: readonly string[]) => slugs.slice(at * atOnce, (at + 1) * atOnce);
      return ask(openShares, { units: part(units), amounts: part(amounts), hours: part(hours) });
    }),
  );
  return {
    units: parts.flatMap((part) => part.units.nodes),
    amounts: parts.flatMap((part) => part.amounts.nodes),
    hours: parts.flatMap((part) => part.hours.nodes),
  };
}

async function readOwn(ledger: LedgerName): Promise<LedgerShares> {
  const shares: LedgerShares['shares'] = {};
  const releases = new Set<number>();
  const recorded = compared.filter((measure) => ledger.measures.includes(measure));
  const read = async (measure: Compared): Promise<void> => {
    const { result } = await askWhatCanBeShown(
      ownShares,
      { slug: ledger.slug, measure },
      { ledger: 'release' },
    );
    if (!result.ledger) return;
    shares[measure] = result.ledger.concentration;
    if (result.ledger.release) releases.add(result.ledger.release.number);
  };
  await Promise.all(recorded.map(read));
  return { ledger, shares, releases: [...releases] };
}
