import { table } from './results.ts';

type Counts = ReadonlyMap<string, number>;

/** What /metrics says of every cache: how often it was asked and knew, what it holds and may hold. */
export async function readCaches(url: string): Promise<Counts> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const lines = [...text.matchAll(/^(cache_\w+\{.*\}) (\S+)$/gm)];
  return new Map(lines.map(([, name, value]) => [name!, Number(value)]));
}

/** A table of all caches that were asked between two readings, or hold something. */
export function cacheTable(before: Counts, after: Counts): string {
  const names = [...new Set([...after.keys()].map((line) => /cache="([^"]*)"/.exec(line)![1]!))].sort();
  const rows = names.map((cache) => {
    const grown = (result: string): number => {
      const line = `cache_requests_total{cache="${cache}",result="${result}"}`;
      return (after.get(line) ?? 0) - (before.get(line) ?? 0);
    };
    const bytes = (what: string): string => {
      const found = after.get(`cache_${what}{cache="${cache}"}`);
      return found === undefined ? '' : (found / 2 ** 20).toFixed(1);
    };
    const [hits, misses] = [grown('hit'), grown('miss')];
    const share = hits + misses === 0 ? '' : `${((100 * hits) / (hits + misses)).toFixed(1)} %`;
    return [cache, String(hits + misses), share, bytes('held_bytes'), bytes('most_bytes')];
  });
  return table([['cache', 'asked', 'known', 'holds, MiB', 'at most, MiB'], ...rows]);
}
