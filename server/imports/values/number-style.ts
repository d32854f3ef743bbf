export type DecimalMark = 'POINT' | 'COMMA';

/** How a column writes numbers; EACH: nothing tells, so that each value must tell by itself. */
export type NumberStyle = DecimalMark | 'EACH';

/** What the numbers of a column have told so far. */
export interface NumberEvidence {
  point: number;
  comma: number;
  /** '1,234': a thousand, or a little more than one. */
  unclearComma: number;
  /** '1.234': the same question, where commas may be the decimal mark. */
  unclearPoint: number;
}

const spaces = /[\s'’]/g;

/** No evidence yet. */
export function noNumberEvidence(): NumberEvidence {
  return { point: 0, comma: 0, unclearComma: 0, unclearPoint: 0 };
}

/** Adds what one number tells about the decimal mark of its column. */
export function weighNumber(text: string, evidence: NumberEvidence): void {
  const digits = text.replace(spaces, '').replace(/[^\d.,]/g, '');
  const lastPoint = digits.lastIndexOf('.');
  const lastComma = digits.lastIndexOf(',');
  if (lastPoint < 0 && lastComma < 0) return;
  if (lastPoint >= 0 && lastComma >= 0) {
    evidence[lastPoint > lastComma ? 'point' : 'comma'] += 1;
  } else if (lastComma >= 0) {
    if (digits.indexOf(',') !== lastComma) evidence.point += 1;
    else evidence[/^[1-9]\d{0,2},\d{3}$/.test(digits) ? 'unclearComma' : 'comma'] += 1;
  } else if (digits.indexOf('.') !== lastPoint) {
    evidence.comma += 1;
  } else {
    evidence[/^[1-9]\d{0,2}\.\d{3}$/.test(digits) ? 'unclearPoint' : 'point'] += 1;
  }
}

/**
 * The style that the evidence shows; 'ASK' where the numbers can be read in two ways. A lone point is a decimal
 * point unless the file separates cells by semicolons, as programs do where the comma is taken.
 */
export function numberStyle(evidence: NumberEvidence, delimiter: string | null): NumberStyle | 'ASK' {
  const { point, comma, unclearComma, unclearPoint } = evidence;
  if (point > 0 && comma > 0) return 'EACH';
  if (point > 0) return 'POINT';
  if (comma > 0) return 'COMMA';
  if (unclearComma > 0) return 'ASK';
  if (unclearPoint > 0) return delimiter === ';' ? 'ASK' : 'POINT';
  return 'EACH';
}
