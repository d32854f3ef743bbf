import { addressOf } from './files/file-format.ts';
import type { DrawnFigure, Language } from './picture-maker.ts';

/** A kept drawing names no server: this stands where it is handed out from, which may be another one by then. */
const nowhere = 'https://server.invalid';

/** A figure drawn for keeping: in its natural shape, on light paper. */
export function standardDrawing(drawn: DrawnFigure, id: string, language: Language): string {
  return drawn.svg({ origin: nowhere, address: addressOf({ id }, language, nowhere) });
}

/** A kept drawing as this server hands it out. */
export const drawingFrom = (origin: string, svg: string): string => svg.replaceAll(nowhere, origin);
