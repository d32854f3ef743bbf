let asking: AbortController | undefined;
/** Each press of an arrow is a change of a slider: it is answered once it rests, in milliseconds. */
const rest = 200;
let resting: ReturnType<typeof setTimeout> | undefined;
/** The address of what is shown, without its anchor. */
let shown = withoutAnchor(location.href);

/**
 * Answers `form[data-live]` and `a[data-live]` in place: the page of the new address is fetched and takes the
 * place of this one's content, the address changes, focus and scroll stay. Whatever goes wrong, the browser
 * simply goes to the address, as it does without JavaScript.
 */
export function answerInPlace(enhance: (part: ParentNode) => void): void {
  const show = async (address: string, push: boolean) => {
    clearTimeout(resting);
    asking?.abort();
    const { signal } = (asking = new AbortController());
    try {
      const answer = await fetch(address, { signal, headers: { accept: 'text/html' } });
      if (!answer.ok) return location.assign(address);
      const text = await answer.text();
      // What she did is painted before its answer is read, which takes longer.
      await painted();
      if (signal.aborted) return;
      const page = new DOMParser().parseFromString(text, 'text/html');
      if (sheetsOf(page) !== sheetsOf(document)) return location.assign(address);
      // The answer's address is the canonical one; it never has the anchor. What leads where she is already is no step.
      const next = answer.url + new URL(address).hash;
      if (push && next !== location.href) history.pushState({ live: true }, '', next);
      shown = withoutAnchor(location.href);
      const focus = nameOf(document.activeElement);
      replaceContent(page);
      enhance(document.querySelector('main')!);
      giveFocusBack(focus);
    } catch (problem) {
      if (!(problem instanceof DOMException && problem.name === 'AbortError')) location.assign(address);
    }
  };

  document.addEventListener('change', ({ target }) => {
    const { form, type } = target as HTMLInputElement;
    if (!form?.matches('form[data-live]') || !form.reportValidity()) return;
    clearTimeout(resting);
    if (type === 'range') resting = setTimeout(() => void show(addressOf(form), true), rest);
    else void show(addressOf(form), true);
  });
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (!form.matches('form[data-live]')) return;
    event.preventDefault();
    void show(addressOf(form), true);
  });
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a[data-live]');
    const href = link?.getAttribute('href');
    if (!href || event.button > 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void show(new URL(href, location.href).href, true);
  });
  // Going to an anchor of this page is a step in the history too, and changes nothing.
  addEventListener('popstate', () => {
    if (withoutAnchor(location.href) !== shown) void show(location.href, false);
  });
}

/** Until the next frame has been handed to the screen; a page that is not painted, as in a tab behind, waits no longer. */
function painted(): Promise<void> {
  return new Promise((go) => {
    requestAnimationFrame(() => setTimeout(go));
    setTimeout(go, 100);
  });
}

/** Where a GET form would go, without the controls that say nothing. */
function addressOf(form: HTMLFormElement): string {
  const address = new URL(form.action, location.href);
  const given = [...new FormData(form)].filter(([, value]) => value !== '') as [string, string][];
  address.search = new URLSearchParams(given).toString();
  return address.href;
}

/** What a page is styled by: it stands in its head, and our policy takes no other into it. */
function sheetsOf(page: Document): string {
  return [...page.head.querySelectorAll('style')].map(({ textContent }) => textContent).join('');
}

function withoutAnchor(address: string): string {
  const url = new URL(address);
  url.hash = '';
  return url.href;
}

function replaceContent(page: Document): void {
  for (const part of ['main', '.masthead .tools a[hreflang]']) {
    const next = page.querySelector(part);
    if (next) document.querySelector(part)?.replaceWith(document.adoptNode(next));
  }
  document.title = page.title;
  for (const meta of ['link[rel="canonical"]', 'meta[name="description"]']) {
    const next = page.head.querySelector(meta);
    if (next) document.head.querySelector(meta)?.replaceWith(document.adoptNode(next));
  }
  const voice = document.querySelector('[data-announce]');
  if (voice) voice.textContent = page.title;
}

/** A selector that finds the same control in the new content, and which of those that it finds. */
interface ControlName {
  selector: string;
  index: number;
}

function nameOf(element: Element | null): ControlName | null {
  if (!element || element === document.body) return null;
  if (element.id) return { selector: `#${CSS.escape(element.id)}`, index: 0 };
  const [attribute] = ['name', 'href'].filter((one) => element.getAttribute(one));
  if (!attribute) return null;
  const selector = `main [${attribute}="${CSS.escape(element.getAttribute(attribute)!)}"]`;
  return { selector, index: [...document.querySelectorAll(selector)].indexOf(element) };
}

function giveFocusBack(name: ControlName | null): void {
  if (!name) return;
  const found = document.querySelectorAll<HTMLElement>(name.selector)[name.index];
  found?.focus({ preventScroll: true });
}
