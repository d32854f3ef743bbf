/** Long enough for every page that is ever painted; one in a background tab is not, and goes on all the same. */
const patience = 3_000;

/**
 * Does something once the page has been read to its end and painted. A frame asks for the next one when it was handed
 * to the screen, so that by the third one after the end the first is there.
 */
export function afterFirstPaint(go: () => void): void {
  let isOver = false;
  const once = () => {
    if (!isOver) go();
    isOver = true;
  };
  const inFrames = (frames: number) => {
    if (frames === 0) setTimeout(once);
    else requestAnimationFrame(() => inFrames(frames - 1));
  };
  const read = () => {
    inFrames(3);
    setTimeout(once, patience);
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', read);
  else read();
}
