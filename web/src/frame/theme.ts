import { keep, kept } from './kept.ts';

const root = document.documentElement;

/** Sets a chosen theme before the first paint, so that none flashes; without one the system decides. */
export function keepTheme(): void {
  const theme = kept('theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  document.addEventListener('DOMContentLoaded', () => {
    for (const button of document.querySelectorAll('[data-theme-switch]')) {
      button.setAttribute('aria-pressed', String(isDark()));
      button.addEventListener('click', () => {
        const next = isDark() ? 'light' : 'dark';
        root.dataset.theme = next;
        button.setAttribute('aria-pressed', String(next === 'dark'));
        keep('theme', next);
      });
    }
  });
}

function isDark(): boolean {
  return root.dataset.theme
    ? root.dataset.theme === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches;
}
