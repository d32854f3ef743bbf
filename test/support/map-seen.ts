/** What a map of occupations shows. Both functions run in a page, and see nothing of this file. */
export interface MapSeen {
  cells: {
    code: string;
    words: string;
    fill: string;
    edge: string;
    opacity: string;
    titles: string[];
    box: number[];
  }[];
  sectors: string[];
}

/** The map of occupations as a desk's page shows it. */
export function mapOfPage(): MapSeen {
  const map = document.querySelector('[data-enhance="occupation-map"]')!;
  return {
    cells: [...map.querySelectorAll('a[data-mark]')].map((cell) => {
      // The first outline is a desk's.
      const rect = cell.querySelector('rect')!;
      const { fill, stroke } = getComputedStyle(rect);
      const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) =>
        Number(rect.getAttribute(name)),
      ) as [number, number, number, number];
      const title = cell.querySelector('text.desk');
      return {
        code: cell.getAttribute('href')!.replace(/.*\//, ''),
        words: cell.getAttribute('aria-label')!,
        fill,
        edge: stroke,
        opacity: getComputedStyle(cell).opacity,
        titles: title?.textContent ? [title.textContent, getComputedStyle(title).fill] : [],
        box: [x, y, x + width, y + height],
      };
    }),
    sectors: [...map.querySelectorAll('.names.desk text')].map(({ textContent }) => textContent).sort(),
  };
}

/** The same in its file. */
export async function mapOfFile(figure: string): Promise<MapSeen> {
  document.body.innerHTML = await (await fetch(`${figure}.svg`)).text();
  const cells = [...document.querySelectorAll('a[data-mark]')];
  return {
    cells: cells.map((cell) => {
      const group = cell.querySelector('g')!;
      const [rect, edge] = group.querySelectorAll('rect');
      const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) =>
        Number(rect!.getAttribute(name)),
      ) as [number, number, number, number];
      const title = group.querySelector('text');
      return {
        code: cell.getAttribute('href')!.replace(/.*\//, ''),
        words: rect!.querySelector('title')!.textContent,
        fill: getComputedStyle(rect!).fill,
        edge: edge ? getComputedStyle(edge).stroke : 'none',
        opacity: getComputedStyle(group).opacity,
        titles: title ? [title.textContent, getComputedStyle(title).fill] : [],
        box: [x, y, x + width, y + height],
      };
    }),
    sectors: [...document.querySelectorAll('text[font-weight="600"]:not([font-size])')]
      .map(({ textContent }) => textContent)
      .sort(),
  };
}
