/** Where what is on the screen stands; text in pictures moves nothing. */
type Places = Map<Element, DOMRect>;

function places(): Places {
  const found: Places = new Map();
  const look = (within: Element) => {
    for (const element of within.children) {
      const place = element.getBoundingClientRect();
      // What is off the screen is not looked into: it may not even be laid out yet.
      if (place.top >= innerHeight || place.bottom <= 0) continue;
      if (place.width > 0) found.set(element, place);
      if (element.tagName !== 'svg') look(element);
    }
  };
  look(document.body);
  return found;
}

/** Smaller moves do not count, as browsers count. */
const least = 3;

/**
 * How much a change moves what is on the screen, about as the Layout Instability API will score it: the part of the
 * screen that is not where it was, times how far it went. Nothing is painted in between.
 */
export function shiftOf(change: () => void): number {
  const before = places();
  change();
  const screen = innerWidth * innerHeight;
  let area = 0;
  let farthest = 0;
  const moved = new Set<Element | null>();
  for (const [element, was] of before) {
    const is = element.getBoundingClientRect();
    const distance = Math.max(Math.abs(is.top - was.top), Math.abs(is.left - was.left));
    if (distance < least) continue;
    farthest = Math.max(farthest, distance);
    // What lies in something that moved is counted with it.
    if (!moved.has(element.parentElement))
      area += was.width * Math.min(was.height, innerHeight) + is.width * distance;
    moved.add(element);
  }
  return Math.min(1, area / screen) * (farthest / Math.max(innerWidth, innerHeight));
}
