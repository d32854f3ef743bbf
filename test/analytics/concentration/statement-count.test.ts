import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openSeededDatabase, type TestDatabase } from '../../support/database.ts';
import { ask } from '../earning-filter/ask.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openSeededDatabase();
});
afterAll(() => database.drop());
beforeEach(() => {
  database.statements.splice(0);
});

const versionStatements = (): string[] => database.statements.filter((sql) => sql.includes('releaseIds'));

test('twelve ledgers on one page take one statement for their measure, not twelve', async () => {
  const query = `{ datasets(filter: { kind: [LEDGER] }) { nodes { slug concentration(measure: UNITS) {
    gini { value interval { low high } } provenance { publishedAt citation }
    top10: topShare(fraction: 0.1) { value interval { low high } }
    top20: topShare(fraction: 0.2) { value interval { low high } }
    halfShare { value interval { low high } } } } } }`;
  const { datasets } = await ask<{ datasets: { nodes: unknown[] } }>(database, query);
  expect(datasets.nodes).toHaveLength(12);
  expect(versionStatements()).toHaveLength(1);
  // The versions, the datasets, their cells; whether intervals were filled in since, and the totals of those whose are
  // yet to be made; for provenance, datasets by id and releases by id.
  expect(database.statements).toHaveLength(7);
});

test('asked again, the process still knows the cells', async () => {
  const query = `{ dataset(slug: "mmteb") { concentration(measure: UNITS) { total } } }`;
  await ask(database, query);
  expect(database.statements).toHaveLength(2);
  expect(versionStatements()).toHaveLength(1);
});

test('all groups of a dimension and their names take one statement each', async () => {
  const query = `{ dataset(slug: "mmteb") { concentrationBy(measure: UNITS, dimension: SECTOR) {
    key label sector { slug } concentration { contributors topShare(fraction: 0.1) { value interval { low } } } } } }`;
  const { dataset } = await ask<{ dataset: { concentrationBy: unknown[] } }>(database, query);
  expect(dataset.concentrationBy.length).toBeGreaterThan(5);
  // The dataset, the versions, all groups' cells, their curves, their intervals, all sectors.
  expect(database.statements).toHaveLength(6);
});

test('several questions to one ledger read its version once', async () => {
  const query = `{ dataset(slug: "self-dialogue") {
    units: concentration(measure: UNITS, filter: { project: [] }) { total }
    amount: concentration(measure: AMOUNT) { total }
    hours: concentration(measure: HOURS) { total }
    hourlyRates { median }
    keyExperts(measure: HOURS) { busFactor } } }`;
  await ask(database, query);
  expect(versionStatements()).toHaveLength(1);
  // The dataset, the versions, two cells, the totals of no project, the engagements; key experts share the hours' cell.
  expect(database.statements).toHaveLength(6);
});
