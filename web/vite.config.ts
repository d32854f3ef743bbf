import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { enhancement } from './enhancement.ts';

// The root is this folder whatever the working directory is; packages resolve one level up.
export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    enhancement(),
    sveltekit({
      adapter: adapter({ out: fileURLToPath(new URL('../.build/web', import.meta.url)) }),
      compilerOptions: { runes: true },
      csp: {
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
