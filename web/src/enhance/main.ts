import { answerInPlace } from './live-page.ts';
import { walkCharts } from './chart-walker.ts';

/** What a module of one page does to the element that asks for it by `data-enhance`. */
interface Enhancement {
  // Each knows what kind of element asks for it.
  enhance(element: Element): void;
}

/** By the name in `data-enhance`; each is fetched by the pages that have such an element, and by no other. */
const modules: Record<string, () => Promise<Enhancement>> = {
  explorer: () => import('./explorer.ts'),
  'top-handle': () => import('./top-handle.ts'),
  copy: () => import('./copy.ts'),
  'occupation-map': () => import('./occupation-map.ts'),
};

/** Brings a part of the page to life. All of it works without; this adds keys, read-outs and answers in place. */
async function enhance(part: ParentNode): Promise<void> {
  walkCharts(part);
  await Promise.all(
    [...part.querySelectorAll('[data-enhance]')].map(async (element) =>
      (await modules[element.getAttribute('data-enhance')!]?.())?.enhance(element),
    ),
  );
}

const begun = enhance(document);
answerInPlace((part) => void enhance(part));
// From here on keys and choices are answered in place.
void begun.then(() => (document.documentElement.dataset.alive = ''));
