import type { Channel } from 'node:diagnostics_channel';

/** Listens to channels; the answer stops all of it. */
export function listen(
  listeners: readonly (readonly [channel: Channel, hear: (told: unknown) => void])[],
): () => void {
  for (const [channel, hear] of listeners) channel.subscribe(hear);
  return () => {
    for (const [channel, hear] of listeners) channel.unsubscribe(hear);
  };
}
