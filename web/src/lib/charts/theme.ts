/** The colours a chart may name; the site's custom properties carry the same names. */
export type Paint =
  | 'paper'
  | 'ink'
  | 'ink-2'
  | 'muted'
  | 'grid'
  | 'accent'
  | 'band'
  | `series-${1 | 2 | 3 | 4 | 5 | 6}`
  | `stage-${0 | 1 | 2 | 3 | 4}`;

export type Palette = Readonly<Record<Paint, string>>;

/** Ink on warm paper; what an exported picture falls back to. */
export const lightPalette: Palette = {
  paper: '#fbf8f1',
  ink: '#1b1a17',
  'ink-2': '#46433c',
  muted: '#6b665b',
  grid: '#e4ded1',
  accent: '#c23a1b',
  band: '#d8d1c2',
  'series-1': '#c23a1b',
  'series-2': '#1f5f8f',
  'series-3': '#1f7a5c',
  'series-4': '#84549b',
  'series-5': '#946300',
  'series-6': '#59636e',
  'stage-0': '#e9e4d8',
  'stage-1': '#f0b48f',
  'stage-2': '#d67f52',
  'stage-3': '#ab4827',
  'stage-4': '#701b0c',
};

/** The same on deep ink-blue paper: the stages run from dark to bright, so the rule for text on them holds. */
export const darkPalette: Palette = {
  paper: '#10161f',
  ink: '#f1ece2',
  'ink-2': '#c9c4b9',
  muted: '#9a978f',
  grid: '#2a3340',
  accent: '#ff7a55',
  band: '#39434f',
  'series-1': '#ff7a55',
  'series-2': '#6cb3e6',
  'series-3': '#5cc3a0',
  'series-4': '#c79ae0',
  'series-5': '#e0ad45',
  'series-6': '#a5b0bc',
  'stage-0': '#252e3a',
  'stage-1': '#6a3f33',
  'stage-2': '#a35437',
  'stage-3': '#e58e64',
  'stage-4': '#ffd9bd',
};

/** A colour without the one behind it, for what only a page draws, and draws hundreds of times. */
export const bare = (colour: string): string => colour.replace(/,[^)]*/, '');

/** A colour by its role: the page's custom property, or the light palette where there is no page. */
export const paint = (name: Paint): string => `var(--${name}, ${lightPalette[name]})`;

/** The sequence of the six named series; a seventh is drawn as context, in grey. */
export const seriesPaint = (index: number): string => {
  const series = ['series-1', 'series-2', 'series-3', 'series-4', 'series-5', 'series-6'] as const;
  return paint(series[index] ?? 'muted');
};

/** Five ordinal steps, 0 untouched to 4 contested. */
export type StageStep = 0 | 1 | 2 | 3 | 4;

/** The fill of a stage. */
export const stagePaint = (step: StageStep): string => paint(`stage-${step}`);

/** The outline that sets a pale stage off from the paper and from what is untouched; the others need none. */
export const stageEdge = (step: StageStep): string | undefined =>
  step === 1 || step === 2 ? paint('accent') : undefined;

/** How much is left of a cell that is not meant. */
export const dimmed = 0.25;

/** Text that is read on a stage's fill, in both themes. */
export const onStagePaint = (step: StageStep): string => paint(step < 3 ? 'ink' : 'paper');

export const sansFont = `var(--font-sans, 'Inter Variable', Inter, 'Helvetica Neue', Arial, sans-serif)`;
export const serifFont = `var(--font-serif, 'Source Serif 4 Variable', 'Source Serif 4', Georgia, serif)`;

const customProperty = /var\(--([\w-]+),\s*([^()]*)\)/g;

/** The same picture with every custom property written out, for renderers that know none. */
export const resolvePaint = (svg: string, palette: Palette = lightPalette): string =>
  svg.replace(customProperty, (_, name: string, fallback: string) =>
    name in palette ? palette[name as Paint] : fallback,
  );
