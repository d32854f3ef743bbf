import { error } from '@sveltejs/kit';
import { ask, askWhatFits, unlessWithheld } from '../../lib/api/ask.ts';
import { measures, type Measure } from '../../lib/api/common.ts';
import { excerpt } from '../../lib/api/excerpt.ts';
import { expertsPage, type EarningFilter } from '../../lib/api/experts.ts';
import { ledgerList, type ListedLedger } from '../../lib/api/ledgers.ts';
import { graphLocale } from '../../lib/i18n/locale.ts';
import { Address, countryCode, cursor, nodeId, slug, socCode } from '../../lib/url-state/address.ts';
import { settle } from '../../lib/url-state/settle.ts';
import type { PageServerLoad } from './$types';

const usualLedger = 'tscircuit';
const pageSize = 25;

/** Who a ledger depends on: how many hold half, and everybody by rank. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const address = new Address(url.searchParams);
  const locale = graphLocale(locals.locale);
  const given = {
    ledger: address.text('ledger', slug, usualLedger),
    measure: address.one('measure', measures),
    sector: address.text('sector', slug),
    profession: address.text('profession', socCode),
    country: address.text('country', countryCode),
    project: address.text('project', nodeId),
  };
  const after = address.text('after', cursor);
  const before = after === undefined ? address.text('before', cursor) : undefined;

  const { nodes: ledgers } = (await ask(ledgerList, { locale })).datasets;
  const known = ledgers.find((one) => one.slug === given.ledger);
  if (!known && (await isWithheld(given.ledger, locale))) {
    settle(url, address);
    return { refused: given.ledger, slug: given.ledger, ledgers, resets: address.resets };
  }
  if (!known) address.reset('ledger', given.ledger);
  const chosen = known ?? ledgers.find((one) => one.slug === usualLedger) ?? ledgers[0]!;
  let measure = measureOf(chosen, given.measure, address);
  settle(url, address);
  const read = (filter: EarningFilter, page: object) => {
    const variables = {
      locale,
      ledger: chosen.slug,
      measure,
      filter,
      rows: !chosen.protected,
      project: filter.project?.[0] ?? '',
      withProject: filter.project !== undefined,
      ...page,
    };
    return unlessWithheld(askWhatFits(expertsPage, variables)).then((result) => ({ result, variables }));
  };

  const page = before === undefined ? { first: pageSize, after } : { last: pageSize, before };
  let state = { ...given, ledger: chosen.slug, measure };
  let answer = await read(filterOf(state), page);
  if (answer.result === null)
    return { refused: chosen.title, slug: chosen.slug, ledgers, resets: address.resets };
  if (!answer.result.ledger || answer.result.ledger.concentration.contributors === 0) {
    // A cursor of another list, or a filter that meets nobody: what it says is left out, and said so.
    for (const name of ['sector', 'profession', 'country', 'project'] as const)
      if (given[name] !== undefined && !chosen.protected) address.reset(name, given[name]);
    for (const [name, value] of Object.entries({ after, before })) if (value) address.reset(name, value);
    if (!chosen.protected) {
      state = { ...state, sector: undefined, profession: undefined, country: undefined, project: undefined };
      answer = await read({}, { first: pageSize });
    }
  }
  if (answer.result !== null && !answer.result.ledger && measure === 'AMOUNT') {
    // Money in several currencies is not added up: pieces of work are counted instead.
    if (given.measure !== undefined) address.reset('measure', given.measure);
    measure = 'UNITS';
    state = { ...state, measure };
    answer = await read(filterOf(state), { first: pageSize });
  }
  const ledger = answer.result?.ledger;
  if (!ledger) error(503, 'No ledger is loaded yet.', { code: 'SERVICE_UNAVAILABLE' });
  return {
    ledger,
    project: answer.result?.project ?? null,
    ledgers,
    state,
    turned: after !== undefined || before !== undefined,
    resets: address.resets,
    release: ledger.release,
    query: excerpt(expertsPage.document, answer.variables, ['ledger']),
  };
};

type Filters = Record<keyof EarningFilter, string | undefined>;

function filterOf({ sector, profession, country, project }: Filters): EarningFilter {
  const list = (value: string | undefined) => (value === undefined ? undefined : [value]);
  return {
    sector: list(sector),
    profession: list(profession),
    country: list(country),
    project: list(project),
  };
}

/** The measure asked for, or the ledger's own first. */
function measureOf(ledger: ListedLedger, asked: Measure | undefined, address: Address): Measure {
  const usual = ledger.measures[0] ?? 'UNITS';
  if (asked === undefined) return usual;
  if (asked === usual) address.usual('measure', asked);
  if (ledger.measures.includes(asked)) return asked;
  address.reset('measure', asked);
  return usual;
}

/** Is there such a ledger, and is it kept from visitors? */
async function isWithheld(ledger: string, locale: 'EN' | 'FR'): Promise<boolean> {
  const asked = {
    locale,
    ledger,
    measure: 'UNITS',
    filter: {},
    rows: false,
    project: '',
    withProject: false,
  } as const;
  return (await unlessWithheld(askWhatFits(expertsPage, asked))) === null;
}
