interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The points of a curve, as shares, from its path `M50,520L55.2,519…` in a plot. */
export function curvePoints(path: string, plot: Box): { populationShare: number; measureShare: number }[] {
  return [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => ({
    populationShare: (Number(x) - plot.x) / plot.width,
    measureShare: (plot.y + plot.height - Number(y)) / plot.height,
  }));
}

/** What a key does to the top share, in percent; undefined for a key that does nothing. */
export function keyedTop(key: string, top: number, step: number, fine: boolean): number | undefined {
  const by = fine ? step : Math.max(1, step);
  switch (key) {
    // The handle moves the way the arrow points: to the left the top grows.
    case 'ArrowLeft':
    case 'ArrowUp':
      return clampTop(top + by, step);
    case 'ArrowRight':
    case 'ArrowDown':
      return clampTop(top - by, step);
    case 'PageUp':
      return clampTop(top + 10, step);
    case 'PageDown':
      return clampTop(top - 10, step);
    case 'Home':
      return step;
    case 'End':
      return 100;
    default:
      return undefined;
  }
}

/** The nearest step from the first one to 100 percent. */
export function clampTop(top: number, step: number): number {
  const nearest = Math.round(top / step) * step;
  return Number(Math.min(100, Math.max(step, nearest)).toFixed(1));
}
