/** Room between a mark and the edge that it was brought in from. */
const margin = 8;

/**
 * Scrolls no further than it takes to see a mark that was walked to, above what it says: the panel stays at the foot of the
 * screen while it tells. Of a mark taller than the screen its beginning is seen.
 */
export function bringInSight(mark: Element, panel: Element): void {
  const { top, bottom } = mark.getBoundingClientRect();
  const floor = innerHeight - panel.getBoundingClientRect().height - margin;
  if (top < margin) scrollBy(0, top - margin);
  else if (bottom > floor) scrollBy(0, Math.min(bottom - floor, top - margin));
}
