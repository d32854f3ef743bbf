import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { enhancement } from './enhancement.ts';
import { fonts } from './fonts.ts';
import { messages } from './messages.ts';

// The root is this folder whatever the working directory is; packages resolve one level up.
export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    enhancement(),
    fonts(),
    messages(),
    sveltekit({
      adapter: adapter({ out: fileURLToPath(new URL('../.build/web', import.meta.url)) }),
      compilerOptions: { runes: true },
      // Small style sheets travel with the page: each would cost a round trip of its own before the first paint.
      inlineStyleThreshold: 1500,
      csp: {
        // Hashes, not nonces: the same page stays the same bytes.
        mode: 'hash',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          // Charts place their marks with style attributes; style sheets are files.
          'style-src': ['self'],
          'style-src-attr': ['unsafe-inline'],
          'img-src': ['self', 'data:'],
          'object-src': ['none'],
          'base-uri': ['self'],
          'form-action': ['self'],
          'frame-ancestors': ['none'],
        },
      },
    }),
  ],
});
