import { compile } from 'svelte/compiler';
import type { Plugin } from 'vitest/config';

/** Compiles components for the server, as the site does; all that a chart's test needs of Svelte's tooling. */
export const svelteOnServer = (): Plugin => ({
  name: 'svelte-on-server',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('.svelte')) return null;
    return compile(code, { filename: id, generate: 'server', runes: true, css: 'external' }).js;
  },
});
