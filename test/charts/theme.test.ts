import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  darkPalette,
  lightPalette,
  paint,
  resolvePaint,
  type Paint,
  type Palette,
} from '../../web/src/lib/charts/theme.ts';

const luminance = (hex: string): number => {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

const contrast = (a: string, b: string): number => {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
};

const palettes: [string, Palette][] = [
  ['light', lightPalette],
  ['dark', darkPalette],
];

test.each(palettes)('%s: text colours and series are read at 4.5:1 on paper', (_, palette) => {
  const texts: Paint[] = [
    'ink',
    'ink-2',
    'muted',
    'accent',
    'series-1',
    'series-2',
    'series-3',
    'series-4',
    'series-5',
    'series-6',
  ];
  for (const name of texts) expect(contrast(palette[name], palette.paper), name).toBeGreaterThanOrEqual(4.5);
});

test.each(palettes)(
  '%s: text on a stage is read at 4.5:1, and the stages step evenly without their hue',
  (_, palette) => {
    const stages = [0, 1, 2, 3, 4] as const;
    for (const step of stages) {
      const text = palette[step < 3 ? 'ink' : 'paper'];
      expect(contrast(palette[`stage-${step}`], text), `stage ${step}`).toBeGreaterThanOrEqual(4.5);
    }
    const lightness = stages.map((step) => 116 * Math.cbrt(luminance(palette[`stage-${step}`])) - 16);
    const steps = lightness.slice(1).map((value, index) => Math.abs(value - lightness[index]!));
    for (const step of steps) expect(step).toBeGreaterThanOrEqual(11);
  },
);

test('the site’s custom properties are the charts’ palettes', () => {
  const tokens = readFileSync(new URL('../../web/src/styles/tokens.css', import.meta.url), 'utf8');
  for (const name of Object.keys(lightPalette) as Paint[]) {
    expect(tokens).toContain(`--${name}: light-dark(${lightPalette[name]}, ${darkPalette[name]});`);
  }
});

test('a picture for renderers without custom properties has none left', () => {
  const svg = `<rect fill="${paint('accent')}"/><text font-family="var(--font-sans, 'Inter', sans-serif)"/>`;
  expect(resolvePaint(svg, darkPalette)).toBe(
    `<rect fill="${darkPalette.accent}"/><text font-family="'Inter', sans-serif"/>`,
  );
});
