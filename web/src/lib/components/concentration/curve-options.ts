import type { LedgerName } from '../../api/concentration-ledgers.ts';
import type { Curve } from '../../concentration/curve.ts';
import { leastInPart, type Parts } from '../../concentration/parts.ts';
import type { Edition } from '../../i18n/edition.ts';
import { curveTitle, measureName } from '../../pictures/concentration/curve-words.ts';
import { measureOf, partKinds, writeCurveName } from '../../url-state/curve-name.ts';

export interface CurveGroup {
  label: string;
  options: { value: string; label: string }[];
}

/** Which curves can be chosen: each ledger by each measure, the parts of the first, and those that are shown now. */
export function curveGroups(
  words: Edition,
  ledgers: readonly LedgerName[],
  curves: readonly [Curve, ...Curve[]],
  parts: Parts,
): CurveGroup[] {
  const { t } = words;
  const [first] = curves;
  const byMeasure = (one: LedgerName) =>
    one.measures
      .toSorted((a, b) => Number(b === usual(one)) - Number(a === usual(one)))
      .map((measure) => ({
        value: writeCurveName({ ledger: one.slug, ...(measure !== usual(one) && { measure }) }),
        label: measure === usual(one) ? one.title : `${one.title}, ${measureName(words, measure)}`,
      }));
  const groups: CurveGroup[] = [
    {
      label: t('concentration.group_ledgers'),
      options: ledgers.filter((one) => !one.protected).flatMap(byMeasure),
    },
    {
      label: t('concentration.group_own'),
      options: ledgers.filter((one) => one.protected).flatMap(byMeasure),
    },
    ...partKinds.map((kind) => ({
      label: t(`concentration.group_${kind}`, { ledger: first.ledger.title }),
      options: parts[kind]
        .filter(({ contributors }) => contributors >= leastInPart)
        .map(({ key, label }) => ({
          value: writeCurveName({
            ledger: first.ledger.slug,
            ...(first.name.measure && { measure: first.name.measure }),
            part: { kind, key },
          }),
          label,
        })),
    })),
  ];
  const offered = new Set(groups.flatMap(({ options }) => options.map(({ value }) => value)));
  const now = curves
    .map((curve) => ({ value: writeCurveName(curve.name), label: curveTitle(words, curve) }))
    .filter(({ value }) => !offered.has(value));
  return [...groups, { label: t('concentration.group_now'), options: now }].filter(
    ({ options }) => options.length > 0,
  );
}

const usual = (ledger: LedgerName) => measureOf({ ledger: ledger.slug }, ledger);
