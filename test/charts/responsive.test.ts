import { createRawSnippet } from 'svelte';
import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import Responsive from '../../web/src/lib/charts/Responsive.svelte';

const chart = createRawSnippet<[number]>((width) => ({
  render: () => `<svg data-width="${width()}"></svg>`,
}));

test('a chart is drawn once a layout, and the page chooses among them without a script', () => {
  const { body } = render(Responsive, { props: { widths: [320, 1100], chart } });
  expect(body.match(/data-width="\d+"/g)).toEqual(['data-width="320"', 'data-width="1100"']);
  expect(body).toMatch(/class="[^"]*has-320 has-1100/);
  expect(body).toMatch(/class="at-320[^>]*>.*class="at-1100/s);
  expect(body).not.toContain('<script');
});
