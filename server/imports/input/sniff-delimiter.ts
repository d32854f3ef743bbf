const candidates = [',', ';', '\t', '|'] as const;

/**
 * The delimiter that parts the first lines into the same number of cells, most cells winning; a comma where
 * there is but one column.
 */
export function sniffDelimiter(text: string): string {
  const lines = linesOf(text);
  let best = ',';
  let most = 1;
  for (const delimiter of candidates) {
    const counts = lines.map((line) => countCells(line, delimiter));
    const [first = 1] = counts;
    const alike = counts.filter((count) => count === first).length / Math.max(counts.length, 1);
    if (first > 1 && alike >= 0.8 && first * alike > most) {
      best = delimiter;
      most = first * alike;
    }
  }
  return most > 1 ? best : (byHeader(lines[0] ?? '') ?? best);
}

/** Where rows differ, the header alone decides. */
function byHeader(header: string): string | undefined {
  const counted = candidates.map((delimiter) => ({ delimiter, cells: countCells(header, delimiter) }));
  const widest = counted.reduce((one, other) => (other.cells > one.cells ? other : one));
  return widest.cells > 1 ? widest.delimiter : undefined;
}

/** Up to fifty whole lines; line breaks within quotes part nothing. */
function linesOf(text: string): string[] {
  const lines: string[] = [];
  let quoted = false;
  let start = 0;
  for (let index = 0; index < text.length && lines.length < 50; index += 1) {
    const character = text[index];
    if (character === '"') quoted = !quoted;
    else if (character === '\n' && !quoted) {
      if (index > start) lines.push(text.slice(start, index));
      start = index + 1;
    }
  }
  if (lines.length === 0) lines.push(text.slice(start));
  return lines;
}

function countCells(line: string, delimiter: string): number {
  let cells = 1;
  let quoted = false;
  for (const character of line) {
    if (character === '"') quoted = !quoted;
    else if (character === delimiter && !quoted) cells += 1;
  }
  return cells;
}
