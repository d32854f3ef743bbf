import type { Component } from 'svelte';
import { render } from 'svelte/server';

/** A chart as the server draws it, without Svelte's markers and with numbers to three decimals. */
export function draw<Props extends Record<string, unknown>>(
  component: Component<Props>,
  props: Props,
): string {
  const { body } = render(component as Component<Record<string, unknown>>, { props });
  return body
    .replace(/<!--.*?-->/g, '')
    .replace(/\d+\.\d{4,}/g, (number) => String(Number(Number(number).toFixed(3))));
}

/** One mark a line, so that a changed snapshot says which mark changed. */
export const readable = (svg: string): string => `${svg.replace(/></g, '>\n<')}\n`;
