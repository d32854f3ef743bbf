/** Long enough for every page that is ever painted; one in a background tab is not, and goes on all the same. */
const patience = 3_000;

/** How long nothing larger may have been painted. */
const rest = 100;

/**
 * Does something once the page has been read to its end and is on the screen: its first frame handed over, by the third
 * one after the end, and its largest part seen there. What begins earlier takes from the processor and the line what the
 * paint needs, and is taken by Lighthouse for a part of it.
 */
export function afterFirstPaint(go: () => void): void {
  let isOver = false;
  const once = () => {
    if (!isOver) go();
    isOver = true;
  };
  const inFrames = (frames: number) => {
    if (frames === 0) afterLargestPaint(once);
    else requestAnimationFrame(() => inFrames(frames - 1));
  };
  const read = () => {
    inFrames(3);
    setTimeout(once, patience);
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', read);
  else read();
}

function afterLargestPaint(go: () => void): void {
  const type = 'largest-contentful-paint';
  if (!PerformanceObserver.supportedEntryTypes.includes(type)) return void setTimeout(go);
  let waiting: ReturnType<typeof setTimeout>;
  const observer = new PerformanceObserver(() => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      observer.disconnect();
      go();
    }, rest);
  });
  observer.observe({ type, buffered: true });
}
