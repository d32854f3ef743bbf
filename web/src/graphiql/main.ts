import { GraphiQL } from 'graphiql';
import styles from 'graphiql/style.css?url';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { askingWith } from './asking-with.ts';
import { nameEditors } from './name-editors.ts';

// The style sheet is fetched with the script, by the one page that has either.
document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: styles }));

const place = document.querySelector<HTMLElement>('[data-graphiql]')!;
const { query, variables } = place.dataset;
// What the visitor chose in the masthead, or else as her system has it.
const chosen = document.documentElement.dataset['theme'];
const dark = chosen === undefined ? matchMedia('(prefers-color-scheme: dark)').matches : chosen === 'dark';

createRoot(place).render(
  createElement(GraphiQL, {
    fetcher: askingWith(fetch),
    // What the address asks comes first; without it, what was open when the page was left.
    ...(query && { query, variables: variables ?? '' }),
    defaultQuery: '',
    inputValueDeprecation: true,
    // A key is for this page, and for no storage.
    shouldPersistHeaders: false,
    showPersistHeadersSettings: false,
    defaultEditorToolsVisibility: 'variables',
    forcedTheme: dark ? 'dark' : 'light',
  }),
);
nameEditors(place);
