import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { round } from './box.ts';
import { labelSize, type MeasureText } from './text.ts';

export interface QuarterValue {
  /** 2025-Q3. */
  readonly quarter: string;
  /** Null where it is withheld. */
  readonly value: number | null;
}

export interface ColumnOptions {
  readonly width: number;
  readonly value: (value: number) => string;
  readonly measure: MeasureText;
}

const height = 170;
const mostWide = 56;

/** A column for each quarter from the first to the last, those without any work included, on a scale from zero. */
export function quarterColumns(values: readonly QuarterValue[], options: ColumnOptions) {
  const { width, measure } = options;
  const size = labelSize(width);
  const quarters = everyQuarter(values.map(({ quarter }) => quarter));
  const given = new Map(values.map((one) => [one.quarter, one.value]));
  const y = scaleLinear()
    .domain([0, max(values, ({ value }) => value ?? 0) || 1])
    .nice(4)
    .range([height, 0]);
  const ticks = y.ticks(4);
  const left = round(Math.max(...ticks.map((tick) => measure(options.value(tick), size))) + 10);
  const top = 14;
  const step = Math.min(mostWide, (width - left) / quarters.length);
  const gap = Math.min(4, step * 0.2);
  const columns = quarters.map((quarter, index) => {
    const value = given.get(quarter) ?? (given.has(quarter) ? null : 0);
    const edge = value === null ? 0 : y(Math.max(0, value));
    return {
      quarter,
      value,
      room: { x: round(left + index * step), y: top, width: round(step), height },
      bar: {
        x: round(left + index * step + gap / 2),
        y: round(top + edge),
        width: round(step - gap),
        height: round(height - edge),
      },
    };
  });
  return {
    height: top + height + 26,
    plot: { x: left, y: top, width: round(step * quarters.length), height },
    ticks: ticks.map((tick) => ({ y: round(top + y(tick)), label: options.value(tick), x: left - 8 })),
    years: yearsOf(quarters, left, step, measure, size),
    base: top + height,
    columns,
  };
}

/** All quarters from the earliest to the latest. */
function everyQuarter(given: readonly string[]): string[] {
  const numbers = given.map((quarter) => Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6)) - 1);
  if (numbers.length === 0) return [];
  const first = Math.min(...numbers);
  return Array.from({ length: Math.max(...numbers) - first + 1 }, (_, index) => {
    const number = first + index;
    return `${Math.floor(number / 4)}-Q${(number % 4) + 1}`;
  });
}

/** The years under the columns, each where it begins, as many as have room. */
function yearsOf(
  quarters: readonly string[],
  left: number,
  step: number,
  measure: MeasureText,
  size: number,
) {
  let free = -Infinity;
  return quarters.flatMap((quarter, index) => {
    if (index > 0 && !quarter.endsWith('Q1')) return [];
    const x = round(left + index * step);
    const label = quarter.slice(0, 4);
    if (x < free) return [];
    free = x + measure(label, size) + 10;
    return [{ x, label }];
  });
}
