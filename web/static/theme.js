// Runs before the first paint, so that a chosen theme never flashes. Without it the system decides.
(() => {
  const root = document.documentElement;
  const stored = () => {
    try {
      return localStorage.getItem('theme');
    } catch {
      return null;
    }
  };
  const dark = () =>
    root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;

  const theme = stored();
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;

  document.addEventListener('DOMContentLoaded', () => {
    for (const button of document.querySelectorAll('[data-theme-switch]')) {
      button.hidden = false;
      button.setAttribute('aria-pressed', String(dark()));
      button.addEventListener('click', () => {
        const next = dark() ? 'light' : 'dark';
        root.dataset.theme = next;
        button.setAttribute('aria-pressed', String(next === 'dark'));
        try {
          localStorage.setItem('theme', next);
        } catch {
          // A browser that keeps nothing still switches for this page.
        }
      });
    }
  });
})();
