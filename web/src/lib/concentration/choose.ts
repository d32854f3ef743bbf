import type { GraphLocale, Measure } from '../api/common.ts';
import type { LedgerName } from '../api/concentration-ledgers.ts';
import type { Address } from '../url-state/address.ts';
import { measureOf, writeCurveName, type CurveName } from '../url-state/curve-name.ts';
import { usualCurve } from '../url-state/curves.ts';
import { readParts, type Part, type Parts } from './parts.ts';

/** A curve that there is: its ledger is listed, records the measure, and has the part. */
export interface Chosen {
  name: CurveName;
  ledger: LedgerName;
  measure: Measure;
  part: Part | null;
}

/**
 * The curves that can be drawn of those that were asked for. What is unknown is reset, so that the page says so: an
 * unknown ledger goes, an unknown measure or part gives way to the whole ledger. Where nothing remains the usual one, or
 * the first ledger, stands in; empty where there is no ledger at all.
 */
export async function chooseCurves(
  locale: GraphLocale,
  asked: readonly CurveName[],
  ledgers: readonly LedgerName[],
  address: Address,
): Promise<{ curves: Chosen[]; parts: Parts | null }> {
  const partsOf = readOnce(locale);
  const found = await Promise.all(asked.map((name) => find(name, ledgers, address, partsOf)));
  const curves = distinct(found.filter((one) => one !== null));
  const usual = ledgers.find(({ slug }) => slug === usualCurve.ledger) ?? ledgers[0];
  if (curves.length === 0 && usual) {
    const standIn = await find({ ledger: usual.slug }, ledgers, address, partsOf);
    if (standIn) curves.push(standIn);
  }
  const [first] = curves;
  return { curves, parts: first ? await partsOf(first.ledger.slug, first.measure) : null };
}

type ReadParts = (slug: string, measure: Measure) => Promise<Parts>;

function readOnce(locale: GraphLocale): ReadParts {
  const known = new Map<string, Promise<Parts>>();
  return (slug, measure) => {
    const key = `${slug} ${measure}`;
    const parts = known.get(key) ?? readParts(locale, slug, measure);
    known.set(key, parts);
    return parts;
  };
}

async function find(
  name: CurveName,
  ledgers: readonly LedgerName[],
  address: Address,
  partsOf: ReadParts,
): Promise<Chosen | null> {
  const said = writeCurveName(name);
  const ledger = ledgers.find(({ slug }) => slug === name.ledger);
  if (!ledger) {
    // A ledger that is there but not for this visitor is an error of its own.
    await partsOf(name.ledger, name.measure ?? 'UNITS');
    address.reset('curve', said);
    return null;
  }
  const recorded = measureOf(name, ledger);
  const measure = recorded ?? measureOf({ ledger: ledger.slug }, ledger);
  if (measure === null) return null;
  const part = name.part
    ? ((await partsOf(ledger.slug, measure))[name.part.kind].find(({ key }) => key === name.part!.key) ??
      null)
    : null;
  if (recorded === null || (name.part && !part)) address.reset('curve', said);
  else address.rename('curve', said, writeCurveName(nameOf(ledger, measure, part)));
  return { name: nameOf(ledger, measure, part), ledger, measure, part };
}

/** The name of a curve as it turned out. */
export function nameOf(
  ledger: Pick<LedgerName, 'slug' | 'measures' | 'unit'>,
  measure: Measure,
  part: Part | null,
) {
  const usual = measureOf({ ledger: ledger.slug }, ledger);
  const name: CurveName = { ledger: ledger.slug };
  if (measure !== usual) name.measure = measure;
  if (part) name.part = { kind: part.kind, key: part.key };
  return name;
}

function distinct(curves: readonly Chosen[]): Chosen[] {
  const byName = new Map(curves.map((curve) => [writeCurveName(curve.name), curve]));
  return [...byName.values()];
}
