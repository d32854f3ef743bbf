/**
 * Begins what the first paint does not need: the script that brings pages to life, and on the one page that has a
 * script of its own, that one. Its element waits under another type, with what it will fetch first under another
 * relation; a copy in its place runs, since the policy names the hash of its text.
 */
export function beginLate(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="late"]'))
    link.rel = 'modulepreload';
  for (const waiting of document.querySelectorAll('script[type="late"]')) {
    const script = document.createElement('script');
    script.textContent = waiting.textContent;
    waiting.replaceWith(script);
  }
  const script = document.createElement('script');
  script.type = 'module';
  script.src = __ENHANCEMENT__;
  document.head.append(script);
}
