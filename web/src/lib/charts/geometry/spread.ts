/** A label that wants to sit at `at` and takes `size` along that axis. */
export interface Wish {
  readonly at: number;
  readonly size: number;
}

interface Cluster {
  members: number[];
  size: number;
  /** Where the cluster's start would be least far from all its members' wishes. */
  start: number;
}

/**
 * Centres as near to the wishes as can be without overlap, in the order of the wishes, inside [low, high].
 * Clusters that touch are merged and re-centred, as in isotonic regression.
 */
export function spread(wishes: readonly Wish[], low: number, high: number): number[] {
  const order = wishes.map((_, index) => index).sort((a, b) => wishes[a]!.at - wishes[b]!.at || a - b);
  const clusters: Cluster[] = [];
  for (const index of order) {
    const wish = wishes[index]!;
    let cluster: Cluster = { members: [index], size: wish.size, start: wish.at - wish.size / 2 };
    for (let last = clusters.at(-1); last && last.start + last.size > cluster.start; last = clusters.at(-1)) {
      clusters.pop();
      cluster = merge(last, cluster);
    }
    clusters.push(cluster);
  }
  return place(clusters, wishes, low, high);
}

function merge(first: Cluster, second: Cluster): Cluster {
  const members = [...first.members, ...second.members];
  const start =
    (first.start * first.members.length + (second.start - first.size) * second.members.length) /
    members.length;
  return { members, size: first.size + second.size, start };
}

/** Pushes the clusters into the range: first up from the low end, then down from the high one. */
function place(clusters: Cluster[], wishes: readonly Wish[], low: number, high: number): number[] {
  let edge = low;
  for (const cluster of clusters) {
    cluster.start = Math.max(cluster.start, edge);
    edge = cluster.start + cluster.size;
  }
  edge = high;
  for (const cluster of clusters.toReversed()) {
    cluster.start = Math.min(cluster.start, edge - cluster.size);
    edge = cluster.start;
  }
  const centres: number[] = new Array<number>(wishes.length).fill(0);
  for (const { members, start } of clusters) {
    let top = start;
    for (const index of members) {
      const { size } = wishes[index]!;
      centres[index] = top + size / 2;
      top += size;
    }
  }
  return centres;
}
