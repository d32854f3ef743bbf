import { requireScope } from '../access/index.ts';
import type { Context } from '../graphql/context.ts';

/** Who administers, for the log; UNAUTHENTICATED without a key, FORBIDDEN without the scope `admin`. */
export function requireAdmin({ access }: Context): string {
  requireScope({ scope: access.scope ?? null }, 'admin');
  return access.actor ?? 'this machine';
}
