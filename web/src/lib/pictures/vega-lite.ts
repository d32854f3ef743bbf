import type { Value } from './table.ts';

/** A chart in Vega-Lite: over a table of the picture, or over rows of its own where the chart draws what no table holds. */
export interface VegaLite {
  /** The table's key; the first table where none is named. */
  table?: string;
  rows?: readonly Record<string, Value>[];
  /** Everything but data, title and size. Encodings without a title take the heading of the column that they show. */
  spec: Record<string, unknown>;
}

type Encoding = Record<string, unknown>;

const number = (field: string, more: Encoding = {}): Encoding => ({ field, type: 'quantitative', ...more });
interface Layer {
  mark: unknown;
  encoding: Record<string, unknown>;
  data?: unknown;
}

/** Rows stand in the order of the table. */
const row = (field: string): Encoding => ({ field, type: 'nominal', sort: null });
const category = (field: string): Encoding => ({ field, type: 'nominal', sort: null });
const day = (field: string): Encoding => ({ field, type: 'temporal' });
const rule = (channel: 'x' | 'y', value: number): Layer => ({
  data: { values: [{ reference: value }] },
  mark: { type: 'rule', strokeDash: [4, 4] },
  encoding: { [channel]: { field: 'reference', type: 'quantitative' } },
});

/** A value a row, with its interval where it has one, beside what it is compared with. */
export function vegaDots(of: {
  rows?: VegaLite['rows'];
  row: string;
  value: string;
  low?: string;
  high?: string;
  colour?: string;
  facet?: string;
  reference?: number | null;
  /** Only the first rows, where the chart draws no more. */
  first?: number;
}): VegaLite {
  const y = row(of.row);
  const colour = of.colour ? { color: category(of.colour) } : {};
  const layer: Layer[] = [
    ...(of.low && of.high
      ? [{ mark: 'rule', encoding: { x: number(of.low), x2: { field: of.high }, ...colour } }]
      : []),
    {
      mark: { type: 'point', filled: true, size: 60 },
      encoding: { x: number(of.value, { scale: { zero: true } }), ...colour },
    },
    ...(of.reference == null ? [] : [rule('x', of.reference)]),
  ];
  const first =
    of.first === undefined
      ? {}
      : {
          transform: [
            { window: [{ op: 'row_number', as: 'place' }] },
            { filter: `datum.place <= ${of.first}` },
          ],
        };
  // A layer that refers to no row would else get a row of its own.
  const inRows = layer.map((one) => ('data' in one ? one : { ...one, encoding: { ...one.encoding, y } }));
  return {
    rows: of.rows,
    spec: of.facet
      ? { ...first, facet: { row: category(of.facet) }, spec: { layer: inRows } }
      : { ...first, layer: inRows },
  };
}

/** Curves of a Lorenz kind, with their bands and the line of equality. */
export function vegaCurves(of: {
  table?: string;
  rows?: VegaLite['rows'];
  x: string;
  y: string;
  curve?: string;
  low?: string;
  high?: string;
  panels?: string;
}): VegaLite {
  const { table, rows } = of;
  const x = number(of.x);
  const colour = of.curve ? { color: category(of.curve) } : {};
  const line = {
    mark: { type: 'line' },
    encoding: { x, y: number(of.y), order: { field: of.x }, ...colour },
  };
  if (of.panels)
    return {
      rows,
      spec: {
        ...line,
        encoding: { ...line.encoding, facet: { ...category(of.panels), columns: 4 } },
      },
    };
  return {
    table,
    rows,
    spec: {
      layer: [
        ...(of.low && of.high
          ? [
              {
                mark: { type: 'area', opacity: 0.2 },
                encoding: { x, y: number(of.low), y2: { field: of.high }, ...colour },
              },
            ]
          : []),
        line,
        {
          data: { values: [0, 1].map((share) => ({ x: share, y: share })) },
          mark: { type: 'line', strokeDash: [4, 4], color: '#888' },
          encoding: { x: number('x', { title: null }), y: number('y', { title: null }) },
        },
      ],
    },
  };
}

/** Ranges a row: a light band behind, the whole range as a rule, the middle as ticks. */
export function vegaRanges(of: {
  rows?: VegaLite['rows'];
  row: string;
  low: string;
  high: string;
  middle?: string;
  band?: readonly [low: string, high: string];
  bandMiddle?: string;
  title?: string;
}): VegaLite {
  const y = row(of.row);
  const x = (field: string) => number(field, of.title ? { title: of.title } : {});
  const tick = (field: string, color: string) => ({
    mark: { type: 'tick', thickness: 2, color },
    encoding: { y, x: x(field) },
  });
  return {
    rows: of.rows,
    spec: {
      layer: [
        ...(of.band
          ? [
              {
                mark: { type: 'bar', opacity: 0.25, color: '#888' },
                encoding: { y, x: x(of.band[0]), x2: { field: of.band[1] } },
              },
            ]
          : []),
        { mark: { type: 'rule', strokeWidth: 2 }, encoding: { y, x: x(of.low), x2: { field: of.high } } },
        ...(of.bandMiddle ? [tick(of.bandMiddle, '#888')] : []),
        ...(of.middle ? [tick(of.middle, '#c23a1b')] : []),
      ],
    },
  };
}

/** A histogram from quantiles: between each and the next lies the same part of all, so its height is that part by the width. */
export function vegaQuantiles(of: { quantile: string; value: string; density: string }): VegaLite {
  return {
    spec: {
      transform: [
        {
          window: [
            { op: 'lead', field: of.value, as: 'next' },
            { op: 'lead', field: of.quantile, as: 'until' },
          ],
          sort: [{ field: of.quantile, order: 'ascending' }],
        },
        { filter: `datum.next != null && datum.next > datum.${of.value}` },
        {
          calculate: `(datum.until - datum.${of.quantile}) / (datum.next - datum.${of.value})`,
          as: 'density',
        },
      ],
      mark: { type: 'bar', stroke: 'white', strokeWidth: 0.5 },
      encoding: {
        x: number(of.value),
        x2: { field: 'next' },
        y: number('density', { title: of.density, stack: null }),
      },
    },
  };
}

/** Parts of a whole a row: columns of the table, or rows of it, one after the other. */
export function vegaStacks(
  of:
    | { row: string; parts: readonly { key: string; label: string }[]; title: string }
    | { row?: string; part: string; value: string },
): VegaLite {
  if ('parts' in of) {
    // The parts in their order, each by its name.
    const names = Object.fromEntries(of.parts.map(({ key, label }) => [key, label]));
    return {
      spec: {
        transform: [
          { fold: of.parts.map(({ key }) => key), as: ['part', 'share'] },
          { calculate: `(${JSON.stringify(names)})[datum.part]`, as: 'name' },
          {
            calculate: `indexof(${JSON.stringify(of.parts.map(({ key }) => key))}, datum.part)`,
            as: 'place',
          },
        ],
        mark: 'bar',
        encoding: {
          y: row(of.row),
          x: number('share', { title: of.title, axis: { format: '.0%' } }),
          color: { field: 'name', type: 'nominal', title: null, sort: of.parts.map(({ label }) => label) },
          order: { field: 'place' },
        },
      },
    };
  }
  return {
    spec: {
      mark: { type: 'bar', stroke: 'white' },
      encoding: {
        ...(of.row ? { y: row(of.row) } : {}),
        x: number(of.value),
        color: { ...category(of.part), ...(of.row ? {} : { legend: null }) },
        order: { field: of.part },
      },
    },
  };
}

/** Events on lanes by their day. */
export function vegaEvents(of: {
  rows?: VegaLite['rows'];
  day: string;
  lane: string;
  colour?: string;
  titles?: Record<string, string>;
}): VegaLite {
  const named = (field: string) => (of.titles?.[field] ? { title: of.titles[field] } : {});
  return {
    rows: of.rows,
    spec: {
      mark: { type: 'point', filled: true, opacity: 0.7, size: 60 },
      encoding: {
        x: { ...day(of.day), ...named(of.day) },
        y: { ...row(of.lane), ...named(of.lane) },
        ...(of.colour ? { color: { ...category(of.colour), ...named(of.colour) } } : {}),
      },
    },
  };
}

/** Counts in a grid of rows and columns. */
export function vegaMatrix(of: { row: string; column: string; value: string }): VegaLite {
  const place = { x: category(of.column), y: row(of.row) };
  return {
    spec: {
      layer: [
        { mark: { type: 'circle', opacity: 0.4 }, encoding: { ...place, size: number(of.value) } },
        { mark: 'text', encoding: { ...place, text: number(of.value) } },
      ],
    },
  };
}

/** Amounts over time on a logarithmic scale, a line each. */
export function vegaAmounts(of: { day: string; value: string; line: string; unit: string }): VegaLite {
  return {
    spec: {
      transform: [{ filter: `datum.${of.day} != null && datum.${of.value} > 0` }],
      mark: { type: 'line', point: true },
      encoding: {
        x: day(of.day),
        y: number(of.value, { scale: { type: 'log' }, title: of.unit }),
        color: category(of.line),
      },
    },
  };
}

/** Columns over an ordered axis. */
export function vegaColumns(of: { x: string; y: string }): VegaLite {
  return {
    spec: {
      mark: 'bar',
      encoding: { x: { field: of.x, type: 'ordinal', sort: null }, y: number(of.y) },
    },
  };
}

/** A middle line within bands, over the years. */
export function vegaBands(of: {
  x: string;
  middle: string;
  bands: readonly (readonly [low: string, high: string])[];
}): VegaLite {
  const x = { field: of.x, type: 'ordinal' };
  return {
    spec: {
      layer: [
        ...of.bands.map(([low, high]) => ({
          mark: { type: 'area', opacity: 0.2 },
          encoding: { x, y: number(low), y2: { field: high } },
        })),
        { mark: { type: 'line', point: true }, encoding: { x, y: number(of.middle) } },
      ],
    },
  };
}

/** One value among all, a strip a row, each on a scale of its own. */
export function vegaStrips(of: { row: string; value: string; middle: string; end: string }): VegaLite {
  return {
    spec: {
      facet: { row: category(of.row) },
      spec: {
        layer: [
          { mark: { type: 'rule', color: '#aaa' }, encoding: { x: number(of.end), x2: { datum: 0 } } },
          { mark: { type: 'tick', color: '#888' }, encoding: { x: number(of.middle) } },
          {
            mark: { type: 'point', filled: true, size: 80, color: '#c23a1b' },
            encoding: { x: number(of.value) },
          },
        ],
      },
      resolve: { scale: { x: 'independent' } },
    },
  };
}
