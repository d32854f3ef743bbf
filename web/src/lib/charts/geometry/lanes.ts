/** Something that takes a stretch of a line. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The lane of each stretch so that none overlap in a lane: first come, lowest free lane, in the order given. */
export function packLanes(stretches: readonly Stretch[], gap = 0): number[] {
  const ends: number[] = [];
  return stretches.map(({ from, to }) => {
    const free = ends.findIndex((end) => end + gap <= from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = to;
    return lane;
  });
}
