import { expect, test } from 'vitest';
import { textsBetween } from '../../server/figures/raster/texts-between.ts';

const picture = (content: string, attributes = 'viewBox="0 0 100 2000" width="100" height="2000"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${content}</svg>`;
const words = (svg: string) => [...svg.matchAll(/>(\w+)</g)].map(([, word]) => word);

test('texts that stand outside of some rows are left out, and nothing else', () => {
  const svg = picture(
    '<rect y="1900"/><text x="1" y="20">above</text><g><text x="1" y="600">near</text><path d="M0 0"/></g><text y="1900">below</text>',
  );
  const above = textsBetween(svg, 0, 560);
  expect(words(above)).toEqual(['above', 'near']);
  expect(above.replace(/<text.*?<\/text>/g, '')).toBe(svg.replace(/<text.*?<\/text>/g, ''));
  expect(words(textsBetween(svg, 1000, 2000))).toEqual(['below']);
  expect(textsBetween(svg, 0, 2000)).toBe(svg);
});

test('what moves down moves the texts in it, and only those', () => {
  const svg = picture(
    '<g transform="translate(4 900)"><text y="20">moved</text><g transform="translate(0,500)"><text y="0">twice</text></g></g><svg x="2" y="300"><text y="1">inner</text></svg><text y="20">still</text>',
  );
  expect(words(textsBetween(svg, 850, 1000))).toEqual(['moved']);
  expect(words(textsBetween(svg, 1350, 1500))).toEqual(['twice']);
  expect(words(textsBetween(svg, 250, 350))).toEqual(['inner']);
  expect(words(textsBetween(svg, 0, 50))).toEqual(['still']);
});

test.each([
  ['a group that is turned', picture('<g transform="rotate(90)"><text y="20">kept</text></g>')],
  ['a text that is turned itself', picture('<text y="20" transform="rotate(45)">kept</text>')],
  [
    'a text of which a line stands elsewhere',
    picture('<text y="20"><tspan x="1" dy="1500">kept</tspan></text>'),
  ],
  ['a text that does not say where', picture('<text x="1">kept</text>')],
  [
    'a picture in other units',
    picture('<text y="20">kept</text>', 'viewBox="0 0 10 200" width="100" height="2000"'),
  ],
  ['a group in one that is turned', picture('<g transform="scale(2)"><g><text y="20">kept</text></g></g>')],
])('%s is drawn everywhere', (_what, svg) => {
  expect(words(textsBetween(svg, 1500, 2000))).toEqual(['kept']);
});
