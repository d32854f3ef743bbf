import { defineConfig } from 'vitest/config';
import { svelteOnServer } from './charts/support/svelte-plugin.ts';

/** Rooms whose tests need neither a database nor a server. */
const pure = ['statistics', 'charts', 'errors', 'config', 'i18n', 'enhance'].map(
  (room) => `test/${room}/**/*.test.ts`,
);

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  plugins: [svelteOnServer()],
  resolve: {
    // type-graphql and the schema must meet one copy of graphql, in one module format.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  test: {
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // What is waited for comes in its own time; how long that takes is no business of a test.
    expect: { poll: { timeout: 10_000 } },
    pool: 'forks',
    maxWorkers: 2,
    // Of the tests of a file that may run beside each other: those that open pages, which mostly wait.
    maxConcurrency: 2,
    projects: [
      { extends: true, test: { name: 'pure', include: pure } },
      {
        extends: true,
        test: {
          name: 'real',
          include: ['test/**/*.test.ts'],
          exclude: pure,
          globalSetup: 'test/support/global-setup.ts',
        },
      },
    ],
  },
});
