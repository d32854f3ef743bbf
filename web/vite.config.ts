import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { enhancement, enhancementAddress } from './enhancement.ts';
import { fonts } from './fonts.ts';
import { frame } from './frame.ts';
import { graphiql } from './graphiql.ts';
import { messages } from './messages.ts';

// The root is this folder whatever the working directory is; packages resolve one level up.
export default defineConfig(async ({ command }) => {
  const { plugin, hash } = await frame(enhancementAddress(command));
  return {
    root: import.meta.dirname,
    plugins: [
      plugin,
      enhancement(),
      graphiql(),
      fonts(),
      messages(),
      sveltekit({
        adapter: adapter({ out: fileURLToPath(new URL('../.build/web', import.meta.url)) }),
        compilerOptions: {
          runes: true,
          // On every element that a component styles: short ones make lighter pages.
          cssHash: ({ hash, css }) => `s${hash(css).slice(0, 4)}`,
        },
        // Style sheets travel with the page: as files they would cost the first paint a round trip.
        inlineStyleThreshold: Number.MAX_SAFE_INTEGER,
        csp: {
          // Hashes, not nonces: the same page stays the same bytes.
          mode: 'hash',
          directives: {
            'default-src': ['self'],
            'script-src': ['self', hash],
            // Charts place their marks with style attributes; style sheets are known by their hashes.
            'style-src': ['self'],
            'style-src-attr': ['unsafe-inline'],
            'img-src': ['self', 'data:'],
            'object-src': ['none'],
            'base-uri': ['none'],
            'form-action': ['self'],
            'frame-ancestors': ['none'],
          },
        },
      }),
    ],
  };
});
