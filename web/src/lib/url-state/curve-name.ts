import { measures, type Measure } from '../api/common.ts';

/** What a ledger can be parted by, as addresses say it. */
export const partKinds = ['sector', 'project', 'quarter'] as const;
export type PartKind = (typeof partKinds)[number];

/** One curve as an address names it: a ledger, by a measure, or a part of it. */
export interface CurveName {
  ledger: string;
  /** The ledger's usual one where none is named. */
  measure?: Measure;
  part?: { kind: PartKind; key: string };
}

const form =
  /^([a-z0-9][a-z0-9-]{0,79})(?:\.(units|amount|hours|improvement))?(?:\.(sector|project|quarter)-(.{1,120}))?$/u;

/** Reads `mmteb`, `self-dialogue.amount`, `mmteb.sector-review-pr`; null where it is none of these. */
export function readCurveName(text: string): CurveName | null {
  const [, ledger, said, kind, key] = form.exec(text.trim()) ?? [];
  if (!ledger) return null;
  const measure = measures.find((one) => one.toLowerCase() === said);
  return {
    ledger,
    ...(measure && { measure }),
    ...(kind && key && { part: { kind: kind as PartKind, key } }),
  };
}

/** The name that `readCurveName` reads. */
export function writeCurveName({ ledger, measure, part }: CurveName): string {
  const said = measure ? `.${measure.toLowerCase()}` : '';
  return ledger + said + (part ? `.${part.kind}-${part.key}` : '');
}

/** What a ledger records, and its own word for a piece of work. */
interface Recorded {
  measures: readonly Measure[];
  unit: string | null;
}

/**
 * The measure of a curve: the one it names, or else the ledger's usual one. That is its units where it counts them, which
 * the word for them shows; where every row merely is one, as in most lists of payouts, it is what it records first.
 */
export function measureOf({ measure }: CurveName, { measures, unit }: Recorded): Measure | null {
  if (measure) return measures.includes(measure) ? measure : null;
  return unit !== null && measures.includes('UNITS') ? 'UNITS' : (measures[0] ?? null);
}
