import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readStageRows } from '../../../server/analytics/conversion/conversion.sql.ts';
import { readConversion, type ConvertedOccupation } from '../../../server/analytics/conversion/conversion.ts';
import { rowsOfStage } from '../../../server/analytics/conversion/profession-stage.ts';
import { stageShares } from '../../../server/analytics/conversion/stage-shares.ts';
import { allStages, Stage } from '../../../server/market/professions/stage.ts';
import { openSeededDatabase, type TestDatabase } from '../../support/database.ts';
import { stagesFromSeeds } from './stages-from-seeds.ts';

let database: TestDatabase;
let occupations: ConvertedOccupation[];
beforeAll(async () => {
  database = await openSeededDatabase();
  occupations = await readConversion(database.kysely);
});
beforeEach(() => void database.statements.splice(0));
afterAll(() => database.drop());

const stageOf = (socCode: string): Stage | undefined =>
  occupations.find((occupation) => occupation.socCode === socCode)?.stage;
const sum = (shares: readonly number[]): number => shares.reduce((total, share) => total + share, 0);

describe('the stages of all occupations', () => {
  it('are those that the seed files give when counted by hand, one profession after the other', async () => {
    const expected = await stagesFromSeeds();
    expect(occupations).toHaveLength(830);
    expect(Object.fromEntries(occupations.map(({ socCode, stage }) => [socCode, stage]))).toEqual(expected);
  });

  it('put lawyers and software developers among the contested, barbers among the untouched', () => {
    expect(stageOf('23-1011')).toBe(Stage.CONTESTED);
    expect(stageOf('15-1252')).toBe(Stage.CONTESTED);
    expect(stageOf('39-5011')).toBe(Stage.UNTOUCHED);
  });

  it('each rest on rows, and only the untouched on none', () => {
    for (const { stage, rows } of occupations) {
      expect(rowsOfStage(stage, rows).length > 0).toBe(stage !== Stage.UNTOUCHED);
    }
  });

  it('share out employment and wage bill so that each adds up to one, overall and in every sector', () => {
    const sectors = [...Map.groupBy(occupations, ({ sectorId }) => sectorId).values()];
    expect(sectors).toHaveLength(13);
    for (const part of [occupations, ...sectors]) {
      const { stages } = stageShares(part);
      expect(stages.map(({ stage }) => stage)).toEqual(allStages);
      expect(sum(stages.map(({ employmentShare }) => employmentShare))).toBeCloseTo(1, 12);
      expect(sum(stages.map(({ wageBillShare }) => wageBillShare))).toBeCloseTo(1, 12);
    }
  });

  it('are of the newest wage statistics; five performers’ occupations have no annual wage', () => {
    expect(new Set(occupations.map(({ wageYear }) => wageYear))).toEqual(new Set([2025]));
    const { withoutWage, employment } = stageShares(occupations);
    expect(withoutWage).toBe(5);
    expect(employment).toBe(155_481_840);
  });

  it('say how many occupations, and what share of employment and wage bill, each stage holds', () => {
    const { stages } = stageShares(occupations);
    const shown = stages.map(({ stage, professions, employmentShare, wageBillShare }) =>
      [stage, professions, employmentShare.toFixed(3), wageBillShare.toFixed(3)].join(' '),
    );
    expect(shown).toMatchInlineSnapshot(`
      [
        "UNTOUCHED 713 0.719 0.590",
        "RECRUITED 54 0.061 0.079",
        "MEASURED 42 0.160 0.219",
        "CONVERTING 9 0.021 0.030",
        "CONTESTED 12 0.040 0.083",
      ]
    `);
  });
});

describe('the filter of a conversion', () => {
  it('narrows by sector, profession, job zone and stage', async () => {
    const law = await readConversion(database.kysely, { sector: ['law'] });
    expect(law.every(({ socCode }) => occupations.some((one) => one.socCode === socCode))).toBe(true);
    expect(law.map(({ socCode }) => socCode)).toContain('23-1011');
    const lawyers = await readConversion(database.kysely, { profession: ['23-1011'], jobZone: [5] });
    expect(lawyers).toHaveLength(1);
    const contested = await readConversion(database.kysely, { stage: [Stage.CONTESTED] });
    expect(contested).toHaveLength(occupations.filter(({ stage }) => stage === Stage.CONTESTED).length);
    expect(await readConversion(database.kysely, { sector: [] })).toEqual([]);
  });
});

describe('a brand', () => {
  it('counts as its owner, and no owner has an owner in turn', async () => {
    const { rows } = await database.pool.query(
      `select brand.slug from organisation brand
       join organisation owner on owner.id = brand.parent_id where owner.parent_id is not null`,
    );
    expect(rows).toEqual([]);
  });
});

describe('the statements', () => {
  it('are two for all 830 occupations', async () => {
    await readConversion(database.kysely);
    expect(database.statements).toHaveLength(2);
  });

  it('are one for the rows of any number of professions', async () => {
    const some = occupations.slice(0, 100);
    const read = await readStageRows(
      database.kysely,
      some.map(({ professionId }) => professionId),
    );
    expect(database.statements).toHaveLength(1);
    const byProfession = Map.groupBy(read, ({ professionId }) => professionId);
    for (const { professionId, rows } of some) expect(byProfession.get(professionId) ?? []).toEqual(rows);
  });

  it('read like this', async () => {
    await readConversion(database.kysely, { sector: ['law'], jobZone: [5] });
    const [occupationsRead, rowsRead] = database.statements.sort((a, b) => a.length - b.length);
    expect(rowsRead).toMatchInlineSnapshot(`
      "
          with benchmark as (
            select profession_id, id, source_id, released_on, project_id from conversion_evidence
            where kind = 'BENCHMARK' and expert_built and profession_id is not null
          )
          select pay.profession_id as "professionId", 'PAY' as kind, pay.id as "rowId", pay.source_id as "sourceId",
            pay.observed_on as date, case when not platform.aggregate then coalesce(platform.parent_id, platform.id) end as "platformId", null::int8 as "projectId"
          from pay_observation pay
          join organisation platform on platform.id = pay.platform_id
          where pay.profession_id is not null
          union all
          select evidence.profession_id, 'RECRUITMENT', evidence.id, evidence.source_id, evidence.released_on,
            case when not platform.aggregate then coalesce(platform.parent_id, platform.id) end, null
          from conversion_evidence evidence
          left join project on project.id = evidence.project_id
          left join organisation platform on platform.id = project.platform_id
          where evidence.kind in ('RECRUITMENT', 'PROGRAMME') and evidence.pay_usd is not null
            and evidence.profession_id is not null
          union all
          select profession_id, 'BENCHMARK', id, source_id, released_on, null, project_id from benchmark
          union all
          select distinct benchmark.profession_id, 'PARITY', evaluation.id, evaluation.source_id,
            evaluation.published_on, null::int4, evaluation.project_id
          from benchmark
          join evaluation on evaluation.project_id = benchmark.project_id
          where evaluation.at_or_above_expert_parity
          order by 1, 2, 3"
    `);
    expect(occupationsRead).toMatchInlineSnapshot(`
      "
          select profession.id as "professionId", profession.soc_code as "socCode", profession.sector_id as "sectorId",
            profession.job_zone as "jobZone", profession.onet_tasks as "onetTasks", wage.year as "wageYear", wage.source_id as "wageSourceId",
            wage.employment, wage.mean_annual as "meanAnnual"
          from profession
          left join (
            select distinct on (profession_id) profession_id, year, source_id, employment, mean_annual
            from profession_wage order by profession_id, year desc
          ) wage on wage.profession_id = profession.id
          where true and sector_id in (select id from sector where slug = any($1)) and job_zone = any($2::int[])
          order by profession.soc_code"
    `);
  });
});
