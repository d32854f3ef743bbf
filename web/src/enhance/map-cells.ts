import { bare, dimmed, onStagePaint, stageEdge, stagePaint, type StageStep } from '../lib/charts/theme.ts';
import { stepsOf, type Step } from './stage-at.ts';

/** One occupation of the map. */
export interface MapCell {
  readonly link: SVGAElement;
  readonly titles: readonly SVGTextElement[];
  readonly name: string;
  readonly steps: readonly Step[];
  stage: number | undefined;
  lit: boolean | undefined;
}

/** The cells of a map; each tells its name, its stage and its size, in this order. */
export function mapCells(room: ParentNode): MapCell[] {
  return [...room.querySelectorAll<SVGAElement>('a[data-mark]')].map((link) => ({
    link,
    titles: [...link.querySelectorAll('text')],
    name: (link.getAttribute('aria-label') ?? '').split(/\s?: /)[0] ?? '',
    steps: stepsOf(link.dataset.steps ?? ''),
    stage: undefined,
    lit: undefined,
  }));
}

/** Gives a cell the colours of a stage and dims it unless it is lit; what has not changed is left alone. */
export function paintCell(cell: MapCell, stage: number, lit: boolean): void {
  if (cell.stage !== stage) {
    const step = stage as StageStep;
    // The first stage's paint is what all cells inherit.
    if (step === 0) cell.link.removeAttribute('fill');
    else cell.link.setAttribute('fill', bare(stagePaint(step)));
    const edge = stageEdge(step);
    if (edge) cell.link.setAttribute('stroke', bare(edge));
    else cell.link.removeAttribute('stroke');
    for (const title of cell.titles) title.setAttribute('fill', bare(onStagePaint(step)));
    cell.stage = stage;
  }
  if (cell.lit !== lit) {
    if (lit) cell.link.removeAttribute('opacity');
    else cell.link.setAttribute('opacity', String(dimmed));
    cell.lit = lit;
  }
}
