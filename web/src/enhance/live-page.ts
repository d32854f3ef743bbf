let asking: AbortController | undefined;

/**
 * Answers `form[data-live]` and `a[data-live]` in place: the page of the new address is fetched and takes the
 * place of this one's content, the address changes, focus and scroll stay. Whatever goes wrong, the browser
 * simply goes to the address, as it does without JavaScript.
 */
export function answerInPlace(enhance: (part: ParentNode) => void): void {
  const show = async (address: string, push: boolean) => {
    asking?.abort();
    asking = new AbortController();
    try {
      const answer = await fetch(address, { signal: asking.signal, headers: { accept: 'text/html' } });
      if (!answer.ok) return location.assign(address);
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (push) history.pushState({ live: true }, '', answer.url);
      replaceContent(page);
      enhance(document.querySelector('main')!);
    } catch (problem) {
      if (!(problem instanceof DOMException && problem.name === 'AbortError')) location.assign(address);
    }
  };

  document.addEventListener('change', ({ target }) => {
    const form = (target as HTMLInputElement).form;
    if (form?.matches('form[data-live]') && form.reportValidity()) void show(addressOf(form), true);
  });
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (!form.matches('form[data-live]')) return;
    event.preventDefault();
    void show(addressOf(form), true);
  });
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-live]');
    if (!link || event.button > 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void show(link.href, true);
  });
  addEventListener('popstate', () => void show(location.href, false));
}

/** Where a GET form would go, without the controls that say nothing. */
function addressOf(form: HTMLFormElement): string {
  const address = new URL(form.action, location.href);
  const given = [...new FormData(form)].filter(([, value]) => value !== '') as [string, string][];
  address.search = new URLSearchParams(given).toString();
  return address.href;
}

function replaceContent(page: Document): void {
  const focus = nameOf(document.activeElement);
  for (const part of ['main', '.masthead .tools a[hreflang]']) {
    const next = page.querySelector(part);
    if (next) document.querySelector(part)?.replaceWith(document.adoptNode(next));
  }
  document.title = page.title;
  // A style sheet that only the new content needs.
  for (const sheet of page.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]'))
    if (!document.querySelector(`link[href="${sheet.getAttribute('href')}"]`)) document.head.append(sheet);
  if (focus) document.querySelector<HTMLElement>(focus)?.focus({ preventScroll: true });
  const voice = document.querySelector('[data-announce]');
  if (voice) voice.textContent = page.title;
}

/** A selector that finds the same control in the new content. */
function nameOf(element: Element | null): string | undefined {
  if (!element || element === document.body) return undefined;
  if (element.id) return `#${CSS.escape(element.id)}`;
  const name = element.getAttribute('name');
  if (name) return `main [name="${CSS.escape(name)}"]`;
  const href = element.getAttribute('href');
  return href ? `main a[href="${CSS.escape(href)}"]` : undefined;
}
