import { afterFirstPaint } from './first-paint.ts';
import { keep, kept } from './kept.ts';
import { shiftOf } from './shift.ts';

const root = document.documentElement;
const families = ['Source Serif 4 Variable', 'Inter Variable'];

/** That they are here holds for a visit: what browsers keep of files they may drop between two. */
const visit = () => sessionStorage;

/** Next to nothing: lines of text that move within their block are seen here only by the links and marks among them. */
const unseen = 0.0005;

/**
 * Sets the page in its typefaces without anything moving. On the first page of a visit they are fetched after the first paint,
 * which they would delay, and until then the page is set in faces of the machine, made equally wide (styles/fonts.css).
 * Once they are there they take over; but where that would move what is on the screen, the page stays as it is and the
 * next one is set in them. The pages after it have them before the first paint.
 */
export function dress(): void {
  let isPainted = false;
  requestAnimationFrame(() => (isPainted = true));
  root.dataset.fonts = 'later';
  const bring = () =>
    void Promise.all(families.map((family) => document.fonts.load(`1em "${family}"`))).then(() => {
      keep('fonts', 'here', visit);
      wear(isPainted);
    });
  if (kept('fonts', visit)) bring();
  else afterFirstPaint(bring);
}

function wear(isPainted: boolean): void {
  const change = () => delete root.dataset.fonts;
  if (!isPainted) change();
  else if (shiftOf(change) > unseen) root.dataset.fonts = 'later';
}
