import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { streamFormats } from '../../server/exports/export-dataset.ts';
import { exportFile } from '../../server/exports/export-file.ts';
import { readSectorLabels } from '../../server/exports/sector-labels.ts';
import { readDescriptor } from '../../server/imports/package/descriptor.ts';
import { openGraph, type OpenGraph } from '../graphql/open-graph.ts';
import { exported, importBytes, owner } from './read-back.ts';

let graph: OpenGraph;
let ledgers: { slug: string; measures: ('AMOUNT' | 'HOURS' | 'UNITS' | 'IMPROVEMENT')[] }[];
beforeAll(async () => {
  graph = await openGraph();
  const { rows } = await graph.database.pool.query(
    `select slug, measures from dataset where kind = 'LEDGER' order by slug`,
  );
  ledgers = rows as typeof ledgers;
});
afterAll(() => graph.close());

/** All that the concentration of a ledger says, by each of its measures, and how its work spreads over sectors and time. */
async function statistics(slug: string, measures: readonly string[]): Promise<unknown> {
  const fields = measures.map(
    (measure) => `${measure}: concentration(measure: ${measure}) {
      contributors excluded total giniCorrected theil hhi p90p10
      gini { value interval { low high method } } top10: topShare(fraction: 0.1) { value interval { low high } }
      top20: topShare(fraction: 0.2) { value } halfShare { value interval { low high } }
      lorenz(points: 11) { populationShare measureShare }
    }
    ${measure}_SECTOR: concentrationBy(measure: ${measure}, dimension: SECTOR) { label concentration { contributors total } }
    ${measure}_QUARTER: concentrationBy(measure: ${measure}, dimension: QUARTER) { key concentration { contributors total } }`,
  );
  return graph.ask(
    `query ($slug: String!) { dataset(slug: $slug) {
    ${fields.join('\n')} projects { totalCount } experts { totalCount }
  } }`,
    { slug },
  );
}

const known = new Map<string, unknown>();

/** The same of a shipped ledger, which stays as it is: asked once for all formats. */
async function statisticsOnce(slug: string, measures: readonly string[]): Promise<unknown> {
  if (!known.has(slug)) known.set(slug, await statistics(slug, measures));
  return known.get(slug);
}

describe('import of an export gives the same statistics, to the last digit', () => {
  test.each(streamFormats)('%s, of every shipped ledger', async (format) => {
    expect(ledgers).toHaveLength(12);
    for (const { slug, measures } of ledgers) {
      const bytes = await exported(graph.database, { slug, format, access: owner });
      const { rows: found } = await graph.database.pool.query<{ id: number }>(
        'select id from dataset where slug = $1',
        [slug],
      );
      const labels = await readSectorLabels(graph.database, found[0]!.id);
      const sectorNames = Object.fromEntries(labels.map(({ label, name }) => [label, name]));
      const again = `${slug}-${format}`;
      await importBytes(graph.database, { slug: again, measures, sectorNames }, bytes, `${slug}.${format}`);
      expect(await statistics(again, measures), slug).toEqual(await statisticsOnce(slug, measures));
    }
  });

  test('package, of every shipped ledger', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tacit-packages-'));
    for (const { slug, measures } of ledgers) {
      const path = join(folder, slug);
      const question = { slug, format: 'package', path, force: false, access: owner };
      await exportFile(graph.database, question, new PassThrough());
      const { resources } = await readDescriptor(join(path, 'datapackage.json'));
      const ledger = resources[0]!.ledger!;
      const bytes = await readFile(join(path, resources[0]!.path));
      const again = `${slug}-package`;
      await importBytes(graph.database, { ...ledger, slug: again }, bytes, `${slug}.csv`);
      expect(await statistics(again, measures), slug).toEqual(await statisticsOnce(slug, measures));
    }
    await rm(folder, { recursive: true });
  });
});
