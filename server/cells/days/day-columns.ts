import { cellMeasures, type CellMeasure } from '../cell-words.ts';

/** What a version adds, by measure and day: how its values are written. */
export interface DayBuild {
  readonly measure: CellMeasure;
  readonly version: number;
  /** Values are whole numbers of 1 / divisor. */
  readonly divisor: number;
  /** Whether they are doubles, since ints do not hold them. */
  readonly wide: boolean;
  /** The sum of what they are without their signs, in whole numbers. */
  readonly magnitude: number;
  /** Whether each fact has the measure, or of money an amount or no currency. */
  readonly plain: boolean;
}

/** How many days of a quarter lie together: of one that is cut so many more are read than are wanted. */
export const daysASlice = 16;

/** The int that stands for no value. */
export const noValue = -(2 ** 31);

/** What one expert did of one kind in some days of a quarter lies together: a run. These tell runs apart. */
const run = 'quarter, currency, slice, expert_id, project_id, sector_id, profession_id';

/**
 * The columns of a release's facts by quarter, slice of it and currency, of the experts between two: $1 dataset, $2 release, $3 and $4 experts. Of
 * each run the expert (from $3 on), the kind of work and how many facts it has; of each fact the day of the quarter, taken off
 * −1 where it takes a former fact back, and the value. Always in the same order, so that what is written can be made again and held to it.
 */
export function dayColumnsSql({
  measure,
  divisor,
  wide,
}: Pick<DayBuild, 'measure' | 'divisor' | 'wide'>): string {
  const column = cellMeasures[measure];
  const value = divisor === 1 ? column : `(${column} * ${divisor}::bigint)`;
  const sent = wide
    ? `float8send(coalesce(${value}::float8, 'NaN'))`
    : `int4send(coalesce(${value}::int, ${noValue}))`;
  const ints = (what: string): string => `string_agg(int4send((${what})::int), '')`;
  return `
  select quarter, currency, slice, ${ints('expert_id - $3::bigint')} as experts, ${ints('project_id')} as projects,
    ${ints('sector_id')} as sectors, ${ints('profession_id')} as professions, ${ints('size')} as sizes,
    string_agg(days, '') as days, string_agg("values", '') as "values"
  from (
    select ${run}, count(*) as size, string_agg(charsend(day::"char"), '') as days, string_agg(sent, '') as "values"
    from (
      select quarter, ${measure === 'AMOUNT' ? `coalesce(currency, '')` : `''`} as currency, expert_id, project_id, sector_id,
        profession_id, ${sent} as sent, (period - ${firstDay}) / ${daysASlice} as slice,
        case when reversal then -1 - (period - ${firstDay}) else period - ${firstDay} end as day
      from earning
      where dataset_id = $1::int and release_id = $2::int and expert_id between $3::bigint and $4::bigint and quarter > 0
      order by ${run}, period, id
    ) facts
    group by ${run} order by ${run}
  ) runs group by quarter, currency, slice`;
}

const firstDay = 'make_date(quarter / 4, quarter % 4 * 3 + 1, 1)';
