import { bringInSight } from './in-sight.ts';
import { neighbour, type Direction, type Place } from './neighbour.ts';

const directions: Record<string, Direction> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/**
 * Makes every chart one stop of the Tab key whose marks the arrows walk; Home and End go to the ends, Enter
 * follows a mark that is a link, Escape leaves. What a mark says is read out in the chart's fixed panel, which is
 * a live region; pointing and touching read out too.
 */
export function walkCharts(part: ParentNode): void {
  for (const panel of part.querySelectorAll<HTMLElement>('[data-readout]')) {
    const room = panel.closest('figure');
    for (const svg of room?.querySelectorAll<SVGSVGElement>('svg') ?? [])
      if (svg.querySelector('[data-mark]')) walk(svg, panel);
    panel.hidden = false;
  }
}

function walk(svg: SVGSVGElement, panel: HTMLElement): void {
  const marks = [...svg.querySelectorAll<SVGGraphicsElement>('[data-mark]')];
  const hint = panel.dataset.readout ?? '';
  let current = -1;

  svg.tabIndex = 0;
  // An image would hide from assistive technology what the arrows walk.
  svg.setAttribute('role', 'group');
  for (const mark of marks) mark.tabIndex = -1;

  const show = (index: number) => {
    marks[current]?.removeAttribute('data-lit');
    current = index;
    const mark = marks[current];
    mark?.setAttribute('data-lit', '');
    panel.textContent = mark ? said(mark) : hint;
  };

  svg.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = nextOf(event.key, marks, current);
    if (next !== undefined) {
      event.preventDefault();
      show(next);
      const mark = marks[next];
      if (mark) bringInSight(mark, panel);
    } else if (event.key === 'Escape' && current >= 0) show(-1);
    else if (event.key === 'Enter' && event.target === svg) follow(marks[current]);
  });
  svg.addEventListener('focus', () => {
    if (current < 0) panel.textContent = hint;
  });
  svg.addEventListener('blur', () => show(-1));
  for (const type of ['pointerover', 'pointerdown'] as const)
    svg.addEventListener(type, ({ target }) => {
      const mark = (target as Element).closest<SVGGraphicsElement>('[data-mark]');
      const index = mark ? marks.indexOf(mark) : -1;
      if (index >= 0 && index !== current) show(index);
    });
  svg.addEventListener('pointerleave', (event) => {
    if (event.pointerType === 'mouse' && document.activeElement !== svg) show(-1);
  });
  panel.textContent = hint;
}

function nextOf(key: string, marks: SVGGraphicsElement[], current: number): number | undefined {
  if (key === 'Home') return 0;
  if (key === 'End') return marks.length - 1;
  const direction = directions[key];
  if (!direction) return undefined;
  if (current < 0) return 0;
  return neighbour(marks.map(place), current, direction);
}

const place = (mark: SVGGraphicsElement): Place => {
  const { left, top, width, height } = mark.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
};

/** What a mark says: its label, or its title. */
function said(mark: SVGGraphicsElement): string {
  return mark.getAttribute('aria-label') ?? mark.querySelector('title')?.textContent ?? '';
}

function follow(mark: SVGGraphicsElement | undefined): void {
  const link = mark?.closest('a') ?? mark?.querySelector('a');
  // A click, so that what answers links in place answers this one too.
  if (link?.hasAttribute('href'))
    link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
}
