import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import tacit from './sql-by-parameters.js';

export default ts.config(
  {
    ignores: [
      '**/node_modules/',
      '**/.build/',
      '**/.svelte-kit/',
      '**/.data/',
      'test/architecture/planted/',
      'web/static/clients/typescript/documents.ts',
    ],
  },
  js.configs.recommended,
  ts.configs.strict,
  svelte.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: { globals: { ...globals.node } },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-undef': 'off', // the compiler knows better
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off', // noUncheckedIndexedAccess makes it say "just checked"
      '@typescript-eslint/no-extraneous-class': 'off', // resolvers and GraphQL types are classes
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only server/config.ts reads the environment.' },
      ],
    },
  },
  {
    files: ['server/**'],
    plugins: { tacit },
    rules: { 'tacit/sql-by-parameters': 'error' },
  },
  {
    files: ['server/config.ts', 'test/**', '**/*.config.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    // Programs for other people's machines.
    files: ['web/static/clients/**'],
    rules: { 'no-console': 'off', 'no-restricted-properties': 'off' },
  },
  {
    files: ['web/**'],
    languageOptions: { globals: { ...globals.browser } },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] } },
    rules: {
      // Addresses are made by web/src/lib/url-state, which knows the language and the base.
      'svelte/no-navigation-without-resolve': 'off',
      // Marks are drawn once, in order, by the server.
      'svelte/require-each-key': 'off',
    },
  },
);
