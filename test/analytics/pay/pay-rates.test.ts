import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PayGrouping } from '../../../server/analytics/pay/pay-grouping.enum.ts';
import type { PayRateType } from '../../../server/analytics/pay/pay-rate.type.ts';
import { readPayRates, readPayRatesOf } from '../../../server/analytics/pay/pay-rates.ts';
import { openSeededDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
let byProfession: PayRateType[];
beforeAll(async () => {
  database = await openSeededDatabase();
  byProfession = await readPayRates(database.kysely, PayGrouping.PROFESSION, null, 'USD');
});
beforeEach(() => void database.statements.splice(0));
afterAll(() => database.drop());

async function professionId(socCode: string): Promise<number> {
  const row = database.kysely.selectFrom('profession').select('id').where('soc_code', '=', socCode);
  return (await row.executeTakeFirstOrThrow()).id;
}

async function lawyers(): Promise<PayRateType> {
  const id = await professionId('23-1011');
  return byProfession.find(({ group }) => group.value === id)!;
}

const countOf = ({ n, capped, openEnded, otherBases, otherCurrencies }: PayRateType): number =>
  n + capped + openEnded + otherBases + otherCurrencies;

describe('the published rates', () => {
  it.each(Object.values(PayGrouping))('are all in exactly one group by %s', async (groupBy) => {
    const rates = await readPayRates(database.kysely, groupBy, null, 'USD');
    expect(rates.reduce((sum, rate) => sum + countOf(rate), 0)).toBe(377);
    expect(rates.every((rate) => countOf(rate) === rate.rows.length)).toBe(true);
    expect(new Set(rates.map(({ group }) => group.value)).size).toBe(rates.length);
  });

  it('put lawyers’ market median at 76.76 dollars an hour', async () => {
    expect((await lawyers()).market).toMatchObject({
      median: 76.76,
      year: 2025,
      country: 'US',
      topCoded: false,
    });
  });

  it('put what lawyers are offered beside it', async () => {
    const {
      n,
      capped,
      otherBases,
      platforms,
      median,
      p25,
      p75,
      low,
      high,
      premium,
      premiumOffered,
      premiumN,
    } = await lawyers();
    expect({ n, capped, otherBases, platforms, median, p25, p75, low, high, premiumOffered, premiumN })
      .toMatchInlineSnapshot(`
        {
          "capped": 2,
          "high": 200,
          "low": 8,
          "median": 90,
          "n": 10,
          "otherBases": 1,
          "p25": 43.125,
          "p75": 122.5,
          "platforms": 6,
          "premiumN": 8,
          "premiumOffered": 65,
        }
      `);
    expect(premium).toBeCloseTo(premiumOffered! / 76.76 - 1, 12);
  });

  it('have a market wage only for single occupations', async () => {
    const bySector = await readPayRates(database.kysely, PayGrouping.SECTOR, null, 'USD');
    expect(bySector.every(({ market, premium }) => market === null && premium === null)).toBe(true);
    const unmatched = byProfession.find(({ group }) => group.value === null)!;
    expect(unmatched).toMatchObject({ market: null, premium: null });
  });

  it('have no premium in another currency than the market wage', async () => {
    const inPounds = await readPayRates(database.kysely, PayGrouping.PROFESSION, null, 'GBP');
    expect(inPounds.some(({ market }) => market !== null)).toBe(true);
    expect(inPounds.every(({ premium }) => premium === null)).toBe(true);
  });

  it('come with the highest median first, years in their order', async () => {
    const medians = byProfession.map(({ median }) => median ?? -1);
    expect(medians).toEqual([...medians].sort((a, b) => b - a));
    const byYear = await readPayRates(database.kysely, PayGrouping.YEAR, null, 'USD');
    const years = byYear.map(({ group }) => group.year ?? Infinity);
    expect(years).toEqual([...years].sort((a, b) => a - b));
  });

  it('can leave the bands of listing templates out', async () => {
    const without = await readPayRates(
      database.kysely,
      PayGrouping.PROFESSION,
      { templateBand: false },
      'USD',
    );
    const sum = (rates: PayRateType[]): number =>
      rates.reduce((total, rate) => total + rate.templateBands, 0);
    expect(sum(byProfession)).toBeGreaterThan(0);
    expect(sum(without)).toBe(0);
  });
});

describe('the rate of a profession', () => {
  it('is that of its group, read for many professions at once in two statements', async () => {
    const lawyer = await professionId('23-1011');
    const barber = await professionId('39-5011');
    database.statements.splice(0);
    const [rate, none] = await readPayRatesOf(database.kysely, [lawyer, barber], null, 'USD');
    expect(database.statements).toHaveLength(2);
    expect(rate).toEqual(await lawyers());
    expect(none).toBeNull();
  });
});

describe('the statements', () => {
  it('are one for the observations, and one more for the market wages of occupations', async () => {
    await readPayRates(database.kysely, PayGrouping.SECTOR, null, 'USD');
    expect(database.statements.splice(0)).toHaveLength(1);
    await readPayRates(database.kysely, PayGrouping.PROFESSION, null, 'USD');
    expect(database.statements).toHaveLength(2);
  });

  it('read like this', async () => {
    await readPayRates(database.kysely, PayGrouping.PROFESSION, { sector: ['law'] }, 'USD');
    expect(database.statements[0]).toMatchInlineSnapshot(`
      "
          select listed.id, listed.source_id as "sourceId", listed.profession_id as "professionId",
            listed.sector_id as "sectorId", listed.platform_id as "platformId",
            case when not platform.aggregate then coalesce(platform.parent_id, platform.id) end as "payerId",
            listed.basis, listed.low, listed.high, listed.typical, listed.currency, listed.country,
            listed.observed_on as "observedOn", listed.template_band as "templateBand"
          from (select * from "pay_observation" where "sector_id" in (select "id" from "sector" where "slug" = $1)) listed
          join organisation platform on platform.id = listed.platform_id
          where true
          order by listed.id"
    `);
    expect(database.statements[1]).toMatchInlineSnapshot(`
      "
          select distinct on (profession_id) profession_id as "professionId", source_id as "sourceId", year,
            median_hourly as median, p10_hourly as p10, p90_hourly as p90, top_coded as "topCoded"
          from profession_wage
          where profession_id = any($1)
          order by profession_id, year desc"
    `);
  });
});
