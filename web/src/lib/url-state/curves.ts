import { measures, type Measure } from '../api/common.ts';
import { slug, type Address } from './address.ts';
import { partKinds, readCurveName, writeCurveName, type CurveName, type PartKind } from './curve-name.ts';

/** What the page of concentration shows. */
export interface CurvesState {
  /** One to four. */
  curves: CurveName[];
  /** The top share that is shaded, in percent. */
  top: number;
  /** What the small multiples part the first ledger by; what it can be parted by first where not said. */
  by?: PartKind;
}

export const mostCurves = 4;
export const usualCurve: CurveName = { ledger: 'mmteb' };
export const topBounds = { min: 0.1, max: 100, decimals: 1 };
export const usualTop = 20;

/** Reads the state of the page out of its address, also out of the words that the address was once written in. */
export function readCurves(address: Address): CurvesState {
  const named = address.several('curve', mostCurves, { read: readCurveName, write: writeCurveName }, [
    usualCurve,
  ]);
  // Who names a curve has nothing to say in the old words.
  const former = named[0] === usualCurve ? readFormer(address) : (readFormer(address), []);
  if (former.length > 0) address.put('curve', former.map(writeCurveName), [writeCurveName(usualCurve)]);
  const top = address.number('top', topBounds, usualTop);
  return { curves: former.length > 0 ? former : named, top, by: address.one('by', partKinds) };
}

/** `ledger`, `measure` and `compare`, from before curves had names; a curve by name comes before them. */
function readFormer(address: Address): CurveName[] {
  const [ledger] = address.former('ledger');
  const [measure] = address.former('measure');
  const compare = address.former('compare');
  if (!ledger && !measure && compare.length === 0) return [];
  const wrong = (name: string, value: string): false => (address.reset(name, value), false);
  const by = (measures as readonly string[]).includes(measure ?? 'UNITS')
    ? (measure as Measure | undefined)
    : (wrong('measure', measure!), undefined);
  const slugs = [
    ledger && (slug.test(ledger) || wrong('ledger', ledger)) ? ledger : usualCurve.ledger,
    ...compare.filter((one) => slug.test(one) || wrong('compare', one)),
  ];
  return [...new Set(slugs)].slice(0, mostCurves).map((one) => ({ ledger: one, ...(by && { measure: by }) }));
}

/** The address's query of a state, defaults left out. */
export function curvesQuery({ curves, top, by }: CurvesState): Record<string, string[] | undefined> {
  const names = curves.map(writeCurveName);
  return {
    curve: names.length === 1 && names[0] === writeCurveName(usualCurve) ? undefined : names,
    top: top === usualTop ? undefined : [String(top)],
    by: by && [by],
  };
}
