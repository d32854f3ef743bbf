/** Where a mark's middle is. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/**
 * The mark that an arrow key goes to: the nearest one that lies that way, sideways distance counted double. Where
 * none lies that way, the next or former one in reading order, so that every mark can be reached with two keys.
 */
export function neighbour(places: readonly Place[], from: number, direction: Direction): number {
  const start = places[from];
  if (!start) return 0;
  let best = -1;
  let least = Infinity;
  places.forEach(({ x, y }, index) => {
    const [along, across] = run(x - start.x, y - start.y, direction);
    const distance = along + 2 * Math.abs(across);
    if (along > 0.5 && distance < least) {
      least = distance;
      best = index;
    }
  });
  if (best >= 0) return best;
  const step = direction === 'right' || direction === 'down' ? 1 : -1;
  return Math.min(Math.max(from + step, 0), places.length - 1);
}

function run(dx: number, dy: number, direction: Direction): [number, number] {
  switch (direction) {
    case 'left':
      return [-dx, dy];
    case 'right':
      return [dx, dy];
    case 'up':
      return [-dy, dx];
    case 'down':
      return [dy, dx];
    default:
      return direction satisfies never;
  }
}
