import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { concentrationByOf, concentrationOf } from '../../../server/analytics/concentration/index.ts';
import { Dimension } from '../../../server/analytics/earning-filter/index.ts';
import { createContext } from '../../../server/graphql/context.ts';
import { Measure } from '../../../server/market/datasets/dataset.enums.ts';
import { slugify } from '../../../server/imports/ledger/resolve-references.ts';
import { openSeededDatabase, type TestDatabase } from '../../support/database.ts';
import { datasetOf } from '../earning-filter/seeded-dataset.ts';
import { groupFigures, ledgerFigures, otherMeasures, roundingOfThreeDecimals } from './published-figures.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openSeededDatabase();
});
afterAll(() => database.drop());

/** Each figure as published where ours rounds to it, else ours. */
function asPublished<Figures extends Record<string, number>>(
  ours: { [Name in keyof Figures]: number | null | undefined },
  published: Figures,
): unknown {
  const shown = Object.entries(published).map(([name, figure]) => {
    const own = ours[name] ?? NaN;
    return [name, Math.abs(own - figure) <= roundingOfThreeDecimals ? figure : own];
  });
  return Object.fromEntries(shown);
}

describe('the shipped ledgers have the figures published with them', () => {
  test.each(ledgerFigures)('$slug by $measure', async ({ slug, measure, ...published }) => {
    const dataset = await datasetOf(database, slug);
    const concentration = await concentrationOf(createContext(database), dataset, {
      measure: Measure[measure],
    });
    const ours = {
      n: concentration.contributors,
      total: Math.round(concentration.total ?? NaN),
      gini: await concentration.gini.value(),
      top1: await concentration.topShare(0.01).value(),
      top5: await concentration.topShare(0.05).value(),
      top10: await concentration.topShare(0.1).value(),
      top20: await concentration.topShare(0.2).value(),
      half: await concentration.halfShare.value(),
    };
    expect(asPublished(ours, published)).toEqual(published);
  });

  test.each(otherMeasures)('$slug by its other measure $measure', async ({ slug, measure, ...published }) => {
    const dataset = await datasetOf(database, slug);
    const concentration = await concentrationOf(createContext(database), dataset, {
      measure: Measure[measure],
    });
    const ours = {
      gini: await concentration.gini.value(),
      top10: await concentration.topShare(0.1).value(),
      top20: await concentration.topShare(0.2).value(),
    };
    expect(asPublished(ours, published)).toEqual(published);
  });

  const asked = Map.groupBy(groupFigures, ({ slug, dimension }) => `${slug} by ${dimension}`);
  test.each([...asked])('%s', async (_name, figures) => {
    const { slug, dimension } = figures[0]!;
    const context = createContext(database);
    const dataset = await datasetOf(database, slug);
    const groups = await concentrationByOf(context, dataset, Dimension[dimension], {
      measure: Measure.UNITS,
    });
    const names = await namesOf(dimension);
    const byName = new Map(
      groups.map(({ group, concentration }) => [names.get(group.groupKey), concentration]),
    );
    for (const { slug: _slug, dimension: _dimension, group, ...published } of figures) {
      const name = dimension === 'SECTOR' ? `${slug}.${slugify(group)}` : group;
      const concentration = byName.get(name);
      const ours = {
        n: concentration?.contributors,
        total: concentration?.total,
        gini: await concentration?.gini.value(),
        top10: await concentration?.topShare(0.1).value(),
        top20: await concentration?.topShare(0.2).value(),
        half: await concentration?.halfShare.value(),
      };
      expect({ group, ...(asPublished(ours, published) as object) }).toEqual({ group, ...published });
    }
  });
});

/** The slugs of sectors, or the keys of projects, by row id. */
async function namesOf(dimension: 'SECTOR' | 'PROJECT'): Promise<Map<number, string>> {
  const { kysely } = database;
  const rows =
    dimension === 'SECTOR'
      ? await kysely.selectFrom('sector').select(['id', 'slug as name']).execute()
      : await kysely.selectFrom('project').select(['id', 'key as name']).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
