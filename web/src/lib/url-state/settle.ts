import { redirect } from '@sveltejs/kit';
import type { Address } from './address.ts';

/**
 * Sends the reader to the shorter address of the same state. A form without JavaScript submits every control,
 * so this is what keeps defaults out of addresses that people pass on.
 */
export function settle(url: URL, address: Address): void {
  address.close();
  const { shorter } = address;
  if (shorter !== null) redirect(303, url.pathname + shorter);
}
