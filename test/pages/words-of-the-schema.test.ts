import { parse as parseCsv } from 'csv-parse/sync';
import { buildSchema, isEnumType } from 'graphql';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { measures, stages } from '../../web/src/lib/api/common.ts';
import {
  backgroundKinds,
  disputeKinds,
  formerEmployers,
  ownershipSides,
} from '../../web/src/lib/api/know-how.ts';
import { payKinds } from '../../web/src/lib/api/pay.ts';
import { sourceKinds } from '../../web/src/lib/api/sources.ts';
import { amountMetrics } from '../../web/src/lib/findings/market-series.ts';
import { catalogues } from '../../web/src/lib/i18n/messages/catalogue.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const schema = buildSchema(read('schema.graphql'));
const facts = parseCsv<{ metric: string; unit: string }>(read('seeds/resources/market-facts.csv'), {
  columns: true,
});
const metrics = [...new Set(facts.map(({ metric }) => metric))];

function valuesOf(name: string): string[] {
  const type = schema.getType(name);
  if (!isEnumType(type)) throw new Error(`${name} is no enum of the schema`);
  return type
    .getValues()
    .map((value) => value.name)
    .sort();
}

test.each([
  ['Stage', stages],
  ['Measure', measures],
  ['PayKind', payKinds],
  ['SourceKind', sourceKinds],
  ['DisputeKind', disputeKinds],
  ['BackgroundKind', backgroundKinds],
  ['FormerEmployer', formerEmployers],
  ['OwnershipSide', ownershipSides],
] as const)('the pages know every value of %s', (name, known) => {
  expect([...known].sort()).toEqual(valuesOf(name));
});

test('every metric of the shipped facts has a name in both languages, and no name is left over', () => {
  const named = Object.keys(catalogues.en).flatMap((key) => (key.startsWith('metrics.') ? key.slice(8) : []));
  expect(named.sort()).toEqual(metrics.sort());
});

test('every unit of the shipped facts that is not money or a share has a name', () => {
  const units = [...new Set(facts.map(({ unit }) => unit))].filter(
    (unit) => !/^[A-Z]{3}(\/\w+)?$/.test(unit) && !['percent', 'share'].includes(unit),
  );
  const keys = Object.keys(catalogues.en);
  expect(units.filter((unit) => !keys.includes(`market.unit_${unit.replaceAll(' ', '_')}`))).toEqual([]);
});

test('what the market page puts on its timeline is in the shipped facts', () => {
  for (const metric of Object.values(amountMetrics).flat()) expect(metrics).toContain(metric);
});
