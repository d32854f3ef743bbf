import subset from 'subset-font';
import type { Plugin } from 'vite';

type Range = readonly [first: number, last: number];

/** The axes that the pages use, out of those of the typefaces: what lies beyond is two fifths of their weight. */
const axesOf = {
  'source-serif-4': { wght: { min: 400, max: 680 }, opsz: { min: 16, max: 48 } },
  inter: { wght: { min: 400, max: 700 } },
} as const;

/** What the first subset of each family is declared for (styles/fonts.css). */
const latin: readonly Range[] = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x131, 0x131],
  [0x152, 0x153],
  [0x2bb, 0x2bc],
  [0x2c6, 0x2c6],
  [0x2da, 0x2dc],
  [0x304, 0x308],
  [0x329, 0x329],
  [0x2000, 0x206f],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2190, 0x2193],
  [0x2212, 0x2215],
  [0xfffd, 0xfffd],
];

/** Of the second, the letters of the languages of Europe, and signs of currencies; names of sources need no more. */
const extended: readonly Range[] = [
  [0x100, 0x24f],
  [0x1e80, 0x1e85],
  [0x1e9e, 0x1e9e],
  [0x1ef2, 0x1ef3],
  [0x2020, 0x2020],
  [0x20a0, 0x20c4],
  [0x2113, 0x2113],
];

/** Cuts the self-hosted typefaces down to the characters and axes that the pages use, as they are built. */
export function fonts(): Plugin {
  return {
    name: 'tacit-fonts',
    apply: 'build',
    async generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'asset' || typeof file.source === 'string') continue;
        const [, family, ext] =
          /(source-serif-4|inter)-latin(-ext)?-\w+-normal.*\.woff2$/.exec(file.fileName) ?? [];
        if (!family) continue;
        file.source = await subset(Buffer.from(file.source), characters(ext ? extended : latin), {
          targetFormat: 'woff2',
          variationAxes: axesOf[family as keyof typeof axesOf],
        });
      }
    },
  };
}

function characters(ranges: readonly Range[]): string {
  return ranges
    .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => first + index))
    .map((point) => String.fromCodePoint(point))
    .join('');
}
