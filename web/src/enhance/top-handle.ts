import { lorenzTop, type TopOptions } from '../lib/charts/geometry/lorenz-top.ts';
import { measureText } from '../lib/charts/text-width.ts';
import { numberFormatsOf } from '../lib/i18n/number-formats.ts';
import { clampTop, curvePoints, keyedTop } from './curve-points.ts';
import { setAttributes, svg, writeLines } from './svg.ts';

/** What the chart says of itself, in `data-top`. */
interface Layout extends Pick<TopOptions, 'width' | 'plot' | 'axisEnd' | 'top' | 'topLabel' | 'size'> {
  step: number;
  labels: string[];
  /** Contributors. */
  counts: (number | null)[];
}

/** How long a hand must rest before the page is asked for the exact shares. */
const rest = 600;

/** The handle that had the focus when its page was replaced. */
let held: string | null = null;

/**
 * Puts a handle on the edge of the top fraction: dragged, moved by arrows, or following the number field `top` of the page.
 * The shares are read off the curves at once; once the hand rests the field's form asks for the exact ones.
 */
export function enhance(room: Element): void {
  if (room instanceof SVGGElement) bringToLife(room);
}

function bringToLife(room: SVGGElement): void {
  const layout = JSON.parse(room.dataset.top ?? '{}') as Layout;
  const field = document.querySelector<HTMLInputElement>('main input[name="top"]');
  const drawing = room.ownerSVGElement;
  if (!field || !drawing) return;
  const { percent } = numberFormatsOf(document.documentElement.lang === 'fr' ? 'fr' : 'en');
  const series = [...room.querySelectorAll('[data-part="curve"]')].map((curve, index) => ({
    label: layout.labels[index] ?? '',
    points: curvePoints(curve.getAttribute('d') ?? '', layout.plot),
    n: layout.counts[index] ?? undefined,
  }));
  const { plot, step } = layout;
  const handle = drawHandle(layout);
  setAttributes(handle, { 'aria-label': room.dataset.label ?? '' });
  room.append(handle);
  let top = layout.top * 100;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const show = (next: number, exact = false) => {
    top = next;
    const placed = lorenzTop(series, { ...layout, top: top / 100, share: percent, measure: measureText });
    setAttributes(handle, {
      transform: `translate(${placed.strip.x} 0)`,
      'aria-valuenow': top,
      'aria-valuetext': spoken(placed, percent),
    });
    // What the server wrote is exact; it stays until the handle moves.
    if (!exact) write(room, placed, percent);
  };
  const settle = (after: number) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      if (!field.isConnected) return;
      held = document.activeElement === handle ? String(layout.width) : null;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }, after);
  };
  const move = (next: number) => {
    field.value = String(next);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };

  field.addEventListener('input', () => {
    const typed = Number(field.value.replace(',', '.'));
    if (typed > 0 && typed <= 100) show(clampTop(typed, step));
  });
  handle.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = keyedTop(event.key, top, step, event.shiftKey);
    // Escape goes on to the chart, which it leaves.
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    move(next);
    settle(rest);
  });
  handle.addEventListener('pointerdown', (event) => {
    handle.setPointerCapture(event.pointerId);
    event.preventDefault();
    handle.focus({ preventScroll: true });
  });
  handle.addEventListener('pointermove', (event) => {
    if (!handle.hasPointerCapture(event.pointerId)) return;
    const { left, width } = drawing.getBoundingClientRect();
    const x = ((event.clientX - left) / width) * layout.width;
    move(clampTop(100 * (1 - (x - plot.x) / plot.width), Math.max(step, 0.5)));
  });
  handle.addEventListener('pointerup', () => {
    if (top !== layout.top * 100) settle(0);
  });

  show(clampTop(top, step), true);
  if (held === String(layout.width)) {
    held = null;
    handle.focus({ preventScroll: true });
  }
}

function drawHandle({ plot }: Layout): SVGGElement {
  const bottom = plot.y + plot.height;
  return svg(
    'g',
    {
      role: 'slider',
      tabindex: 0,
      'data-handle': '',
      'aria-orientation': 'horizontal',
      'aria-valuemin': 0.1,
      'aria-valuemax': 100,
    },
    [
      svg('rect', { x: -14, y: plot.y, width: 28, height: plot.height, fill: 'transparent' }),
      svg('path', { class: 'edge', d: `M0 ${plot.y}V${bottom}` }),
      svg('circle', { cx: 0, cy: bottom, r: 9 }),
      svg('path', {
        class: 'grip',
        d: `M-3.5 ${bottom - 3.5}l-3 3.5 3 3.5M3.5 ${bottom - 3.5}l3 3.5 -3 3.5`,
      }),
    ],
  );
}

type Placed = ReturnType<typeof lorenzTop>;

/** Writes the placed marks where the server drew them. */
function write(
  room: SVGGElement,
  { strip, words, curves, labels, key, keyHead, written }: Placed,
  percent: TopOptions['share'],
): void {
  const all = (name: string) => [...room.querySelectorAll<SVGElement>(`[data-part="${name}"]`)];
  const text = (group: Element | undefined) => group?.querySelector('text');
  setAttributes(all('strip')[0], { ...strip });
  all('edge').forEach((dot, i) => {
    const { series, share, edge } = curves[i]!;
    setAttributes(dot, { cx: edge.x, cy: edge.y });
    setAttributes(dot.closest('[data-mark]'), {
      'aria-label': `${series.label}: ${percent(share, 1)} ${words}`,
    });
  });
  for (const [name, entries] of [
    ['label', labels],
    ['key', key],
  ] as const)
    all(name).forEach((group, i) => {
      const entry = entries[i]!;
      setAttributes(group.querySelector('path'), { d: entry.leader });
      writeLines(text(group), entry);
    });
  writeLines(text(all('head')[0]), { ...keyHead, lines: [words] });
  if (!written) return;
  const { box } = written;
  setAttributes(all('bracket')[0], { d: `M${box.x + 6} ${box.y + 1}h-6v${box.height - 1}` });
  writeLines(text(all('number')[0]), written.number);
  writeLines(text(all('words')[0]), written.words);
}

function spoken({ words, curves }: Placed, percent: TopOptions['share']): string {
  const shares = curves.map(({ series, share }) =>
    curves.length > 1 ? `${series.label} ${percent(share, 1)}` : percent(share, 1),
  );
  return `${words}: ${shares.join(', ')}`;
}
