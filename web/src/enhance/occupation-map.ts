import { nameMatches } from '../lib/findings/name-match.ts';
import { mapCells, paintCell } from './map-cells.ts';
import { monthsBetween, stageAt } from './stage-at.ts';

const stages = ['UNTOUCHED', 'RECRUITED', 'MEASURED', 'CONVERTING', 'CONTESTED'];

/**
 * Brings the map of occupations to life: the slider of the date recolours the cells at once, a typed name lights its
 * cells, and choosing a cell shows its evidence on the page instead of leaving it. The server's answer follows in
 * place, as it does without this.
 */
export function enhance(room: HTMLElement): void {
  const form = room.closest('figure')?.querySelector<HTMLFormElement>('form[data-live]');
  if (!form) return;
  const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement | null;
  const [until, search, occupation] = ['until', 'search', 'occupation'].map(field);
  if (!until || !search || !occupation) return;
  const cells = mapCells(room);

  const show = () => {
    const month = until.value === '' || until.value >= until.max ? null : until.value;
    const wanted = stages.indexOf(field('stage')?.value ?? '');
    const query = search.value.trim();
    for (const cell of cells) {
      const stage = stageAt(cell.steps, month);
      const lit = (wanted < 0 || stage === wanted) && (query === '' || nameMatches(cell.name, query));
      paintCell(cell, stage, lit);
    }
  };

  search.addEventListener('input', show);
  const slider = form.querySelector<HTMLInputElement>('input[type="range"]');
  if (slider) slide(slider, until, show);

  room.addEventListener('click', (event) => {
    if (event.button > 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const mark = (event.target as Element).closest('a[data-mark]');
    if (!mark) return;
    event.preventDefault();
    occupation.value = mark.getAttribute('href')?.split('/').at(-1) ?? '';
    form.requestSubmit();
  });
}

/** Ties the slider to the month that is typed beside it; letting it go asks the server, as any change of the form. */
function slide(slider: HTMLInputElement, until: HTMLInputElement, show: () => void): void {
  const months = monthsBetween(until.min, until.max);
  const written = new Intl.DateTimeFormat(document.documentElement.lang, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const output = slider.form?.querySelector('output');
  slider.addEventListener('input', () => {
    const month = months[Number(slider.value)];
    if (month === undefined) return;
    until.value = month;
    const text = written.format(new Date(`${month}-01T00:00:00Z`));
    slider.setAttribute('aria-valuetext', text);
    if (output) output.textContent = text;
    show();
  });
}
