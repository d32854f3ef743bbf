import type { PayFilter } from '../api/pay-filter.ts';
import { payKinds, type PayKind } from '../api/pay.ts';
import type { Reliability } from '../api/common.ts';
import { countryCode, slug, type Address } from '../url-state/address.ts';

/** What rates can be put together by, as the address says it. */
export const payGroupings = ['profession', 'sector', 'platform', 'country', 'year'] as const;
export type PayGrouping = (typeof payGroupings)[number];

/** The ways the rows of the pay chart can be put in order. */
export const payOrders = ['sector', 'premium', 'rate', 'n', 'name'] as const;
export type PayOrder = (typeof payOrders)[number];

/** The orders that fit a grouping: only professions have a premium and a sector. */
export function ordersOf(by: PayGrouping): readonly PayOrder[] {
  return by === 'profession' ? payOrders : payOrders.filter((order) => order !== 'premium');
}

/** Which rates are shown, and how. */
export interface PayState {
  by: PayGrouping;
  sector?: string;
  platform?: string;
  laboratory?: string;
  country?: string;
  kind?: PayKind;
  reliability?: Reliability;
  from?: string;
  to?: string;
  bands: 'with' | 'without';
  order: PayOrder;
}

const partialDate = /^(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?$/;

/** The state of the pay page in the order in which its address is written. */
export function readPayState(address: Address): PayState {
  const by = address.one('by', payGroupings, 'profession');
  const state: PayState = {
    by,
    sector: address.text('sector', slug),
    platform: address.text('platform', slug),
    laboratory: address.text('laboratory', slug),
    country: address.text('country', countryCode),
    kind: address.one('kind', payKinds),
    reliability: address.one('reliability', ['HIGH', 'MEDIUM', 'LOW']),
    from: address.text('from', partialDate),
    to: address.text('to', partialDate),
    bands: address.one('bands', ['without', 'with'], 'without'),
    order: address.one('order', ordersOf(by), 'sector'),
  };
  if (state.from !== undefined && state.to !== undefined && state.from > `${state.to}~`) {
    address.reset('to', state.to);
    state.to = undefined;
  }
  return state;
}

/** The conditions of a state, each of which leaves rates out. */
export const payConditions = [
  'sector',
  'platform',
  'laboratory',
  'country',
  'kind',
  'reliability',
  'from',
  'to',
] as const;
export type PayCondition = (typeof payConditions)[number];

/** The filter of a state, as the API takes it. */
export function payFilterOf(state: PayState): PayFilter {
  const list = <Value>(value: Value | undefined) => (value === undefined ? undefined : [value]);
  return {
    sector: list(state.sector),
    platform: list(state.platform),
    laboratory: list(state.laboratory),
    country: list(state.country),
    kind: list(state.kind),
    reliability: list(state.reliability),
    from: state.from,
    to: state.to,
    templateBand: state.bands === 'without' ? false : undefined,
  };
}

/** The query of a state, defaults left out. */
export function payQuery(state: PayState): Record<string, string | undefined> {
  const { by, bands, order, ...conditions } = state;
  return {
    by: by === 'profession' ? undefined : by,
    ...conditions,
    bands: bands === 'without' ? undefined : bands,
    order: order === 'sector' ? undefined : order,
  };
}
