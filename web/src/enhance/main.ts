import { answerInPlace } from './live-page.ts';
import { walkCharts } from './chart-walker.ts';

/** What a module of one page does to the element that asks for it by `data-enhance`. */
interface Enhancement {
  enhance(element: HTMLElement): void;
}

/** By the name in `data-enhance`; each is fetched by the pages that have such an element, and by no other. */
const modules: Record<string, () => Promise<Enhancement>> = {};

/** Brings a part of the page to life. All of it works without; this adds keys, read-outs and answers in place. */
function enhance(part: ParentNode): void {
  walkCharts(part);
  for (const element of part.querySelectorAll<HTMLElement>('[data-enhance]'))
    void modules[element.dataset.enhance!]?.().then((module) => module.enhance(element));
}

enhance(document);
answerInPlace(enhance);
