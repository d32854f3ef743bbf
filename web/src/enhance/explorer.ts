import { curlOf } from './curl.ts';

interface Words {
  running: string;
  copied: string;
  took: string;
  unreachable: string;
  notJson: string;
  notGraphql: string;
}

interface Cost {
  requested: number;
  actual: number;
  limit: number;
  remaining: number;
}

/** Runs the query of the form in place, over HTTP as any program would: with a key, if one is given, and its cost. */
export function enhance(form: Element): void {
  if (form instanceof HTMLFormElement) bringToLife(form);
}

function bringToLife(form: HTMLFormElement): void {
  const words = JSON.parse(form.dataset['words'] ?? '{}') as Words;
  const query = form.querySelector<HTMLTextAreaElement>('[name="query"]')!;
  const variables = form.querySelector<HTMLTextAreaElement>('[name="variables"]')!;
  const key = form.querySelector<HTMLInputElement>('#key')!;
  const said = form.querySelector<HTMLElement>('[data-said]')!;
  const say = (text: string): void => void (said.textContent = text);

  /** The body to send; null, with the reason said, where the variables are none. */
  const body = (): string | null => {
    try {
      const given: unknown = variables.value.trim() ? JSON.parse(variables.value) : {};
      if (typeof given !== 'object' || given === null || Array.isArray(given))
        throw new Error(variables.value.trim().slice(0, 40));
      return JSON.stringify({ query: query.value, variables: given });
    } catch (fault) {
      say(fill(words.notJson, { reason: (fault as Error).message }));
      variables.focus();
      return null;
    }
  };

  const run = async (): Promise<void> => {
    const sent = body();
    if (sent === null) return;
    say(words.running);
    const began = performance.now();
    try {
      const answer = await fetch('/graphql', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json, application/json',
          ...(key.value && { authorization: `Bearer ${key.value}` }),
        },
        body: sent,
      });
      const told = (await answer.json()) as { extensions?: { cost?: Cost } };
      const milliseconds = Math.round(performance.now() - began);
      const cost = told.extensions?.cost;
      show(JSON.stringify(told, null, 2));
      say(cost ? fill(words.took, { ...cost, status: answer.status, milliseconds }) : String(answer.status));
      // The key is never part of the address.
      const address = new URLSearchParams({ query: query.value, variables: variables.value });
      if (`${address}`.length < 6000) history.replaceState(history.state, '', `?${address}`);
    } catch (fault) {
      say(fill(words.unreachable, { reason: (fault as Error).message }));
    }
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void run();
  });
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void run();
  });
  form.querySelector('[data-format]')?.addEventListener('click', () => {
    void format(query, variables).then(say, (fault: Error) =>
      say(fill(words.notGraphql, { reason: fault.message })),
    );
  });
  form.querySelector('[data-curl]')?.addEventListener('click', () => {
    const sent = body();
    if (sent === null) return;
    const command = curlOf(new URL('/graphql', location.href).href, sent, key.value !== '');
    void navigator.clipboard.writeText(command).then(
      () => say(words.copied),
      () => show(command),
    );
  });
}

/** Puts both texts in the one form that the GraphQL library prints, which is fetched when it is first needed. */
async function format(query: HTMLTextAreaElement, variables: HTMLTextAreaElement): Promise<string> {
  const { parse, print } = await import('graphql/language');
  query.value = print(parse(query.value));
  if (variables.value.trim()) variables.value = JSON.stringify(JSON.parse(variables.value), null, 2);
  return '';
}

function show(text: string): void {
  const place = document.querySelector<HTMLElement>('[data-answer]')!;
  place.hidden = false;
  place.textContent = text;
  document.querySelector('[data-nothing]')?.remove();
}

/** Fills `{name}`s; numbers as the page's language writes them. */
function fill(message: string, values: Readonly<Record<string, string | number>>): string {
  return message.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? '';
    return typeof value === 'number' ? value.toLocaleString(document.documentElement.lang) : value;
  });
}
