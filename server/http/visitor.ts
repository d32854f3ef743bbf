import { AsyncLocalStorage } from 'node:async_hooks';
import type { Purse } from '../access/index.ts';
import type { Access } from '../graphql/access.ts';

export interface Visitor {
  access: Access;
  /** Where this server is, as the visitor knows it. */
  origin: string;
  /** What she may spend on queries of her own. */
  purse?: Purse;
}

/** Who the page that is being drawn is drawn for. The dashboard has no say in it: it never sees this. */
export const visitor = new AsyncLocalStorage<Visitor>();
