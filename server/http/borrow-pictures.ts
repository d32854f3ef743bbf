import { isErrorCode } from '../errors/registry.ts';
import { reject } from '../errors/tacit-error.ts';
import type { CurrentFigure, PictureMaker } from '../figures/picture-maker.ts';
import { visitor } from './visitor.ts';

/** Where the server finds what the dashboard lends it in turn. */
const picturesKey = Symbol.for('tacit.pictures');

interface LentPictures {
  read(address: string, figure: string): Promise<CurrentFigure>;
  of: PictureMaker['of'];
}

/** The dashboard's pictures, for whoever keeps figures: pages are read as that visitor may see them. */
export function borrowPictures(): PictureMaker {
  const lent = (): LentPictures =>
    (globalThis as { [picturesKey]?: LentPictures })[picturesKey] ??
    reject('SERVICE_UNAVAILABLE', 'The dashboard, which draws the figures, is not ready.');
  return {
    read: (address, figure, access) =>
      visitor.run({ access, origin: visitor.getStore()?.origin ?? '' }, () =>
        lent().read(address, figure).catch(rejectAsOurs),
      ),
    of: (...asked) => {
      try {
        return lent().of(...asked);
      } catch (problem) {
        return rejectAsOurs(problem);
      }
    },
  };
}

/** The dashboard has no error class of ours, but it says the code. */
function rejectAsOurs(problem: unknown): never {
  const { code, message } = problem as { code?: unknown; message?: string };
  if (isErrorCode(code)) reject(code, message);
  throw problem;
}
