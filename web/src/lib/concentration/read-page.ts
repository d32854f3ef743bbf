import { error } from '@sveltejs/kit';
import type { GraphLocale } from '../api/common.ts';
import {
  concentrationPage,
  places,
  releaseOf,
  type PartDimension,
  type PartFilter,
} from '../api/concentration.ts';
import { askWhatCanBeShown } from '../api/fall-back.ts';
import type { Address } from '../url-state/address.ts';
import type { PartKind } from '../url-state/curve-name.ts';
import type { CurvesState } from '../url-state/curves.ts';
import { chooseCurves, type Chosen } from './choose.ts';
import { readComparisons } from './comparisons.ts';
import type { Curve } from './curve.ts';
import { kindsOf, largestOf } from './parts.ts';
import { readLedgers } from './ledgers.ts';
import { readShares, sharesVariables } from './shares.ts';

/** Everything that the page shows; what the address asked for in vain is reset in it. */
export async function readPage(locale: GraphLocale, asked: CurvesState, address: Address) {
  const ledgers = await readLedgers(locale);
  const { curves: chosen, parts } = await chooseCurves(locale, asked.curves, ledgers, address);
  const [first] = chosen;
  if (!first || !parts) error(503, 'No ledger is loaded yet.', { code: 'SERVICE_UNAVAILABLE' });
  const top = wholeWhereProtected(asked.top, chosen, address);
  const kinds = kindsOf(parts);
  if (asked.by && !kinds.includes(asked.by)) address.reset('by', asked.by);
  const by = asked.by && kinds.includes(asked.by) ? asked.by : kinds[0];

  const [answer, shares] = await Promise.all([
    askWhatCanBeShown(
      concentrationPage,
      { ...variablesOf(locale, chosen, top / 100, by), ...partsOf(largestOf(parts, by)) },
      releaseOf,
    ),
    readShares(ledgers),
  ]);
  const { result, variables, fallenBack } = answer;
  const curves = chosen.flatMap(({ name, measure, part }, index): Curve[] => {
    const place = places[index]!;
    const ledger = result[place];
    return ledger ? [{ place, name, measure, part, ledger }] : [];
  });
  if (curves.length === 0) error(403, 'No release of this ledger can be shown.', { code: 'DISCLOSURE_RISK' });
  return {
    state: { curves: curves.map(({ name }) => name), top, ...(asked.by && by && { by }) } as CurvesState,
    curves: curves as [Curve, ...Curve[]],
    comparisons: await readComparisons(curves, variables),
    parts,
    by,
    kinds,
    panels: result.parts?.concentrationBy ?? [],
    partsRelease: fallenBack.find(({ field }) => field === 'parts')?.shown ?? null,
    ledgers,
    shares,
    variables: { page: variables, shares: sharesVariables(ledgers) },
    fallenBack: fallenBack.map((part) => ({
      ...part,
      title: (part.field === 'parts' ? first : chosen[places.indexOf(part.field)])?.ledger.title ?? '',
    })),
  };
}

/** An address that leaves nothing out has no filter in its query. */
const partsOf = (partsFilter: PartFilter | undefined) => (partsFilter === undefined ? {} : { partsFilter });

/** What the page of concentration is drawn from. */
export type ConcentrationData = Awaited<ReturnType<typeof readPage>>;

/** Protected ledgers tell top shares at whole percents: a finer one is reset to the nearest. */
function wholeWhereProtected(top: number, chosen: readonly Chosen[], address: Address): number {
  if (Number.isInteger(top) || !chosen.some(({ ledger }) => ledger.protected)) return top;
  address.reset('top', String(top));
  return Math.max(1, Math.round(top));
}

function variablesOf(locale: GraphLocale, chosen: readonly Chosen[], top: number, by: PartKind | undefined) {
  const at = (index: number) => chosen[index] ?? chosen[0]!;
  const [first, second, third, fourth] = [at(0), at(1), at(2), at(3)];
  return {
    locale,
    top,
    first: first.ledger.slug,
    firstMeasure: first.measure,
    firstFilter: first.part?.filter,
    second: second.ledger.slug,
    secondMeasure: second.measure,
    secondFilter: second.part?.filter,
    withSecond: chosen.length > 1,
    third: third.ledger.slug,
    thirdMeasure: third.measure,
    thirdFilter: third.part?.filter,
    withThird: chosen.length > 2,
    fourth: fourth.ledger.slug,
    fourthMeasure: fourth.measure,
    fourthFilter: fourth.part?.filter,
    withFourth: chosen.length > 3,
    dimension: (by ?? 'sector').toUpperCase() as PartDimension,
    withParts: by !== undefined,
  };
}
