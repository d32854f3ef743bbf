import { keep, kept } from './kept.ts';

const root = document.documentElement;
const always = () => localStorage;

/** Sets a chosen theme before the first paint, so that none flashes; without one the system decides. */
export function keepTheme(): void {
  const theme = kept('theme', always);
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  document.addEventListener('DOMContentLoaded', () => {
    for (const button of document.querySelectorAll('[data-theme-switch]')) {
      button.setAttribute('aria-pressed', String(isDark()));
      button.addEventListener('click', () => {
        const next = isDark() ? 'light' : 'dark';
        root.dataset.theme = next;
        button.setAttribute('aria-pressed', String(next === 'dark'));
        keep('theme', next, always);
      });
    }
  });
}

function isDark(): boolean {
  return root.dataset.theme
    ? root.dataset.theme === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches;
}
