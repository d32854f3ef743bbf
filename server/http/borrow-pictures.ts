import { isErrorCode } from '../errors/registry.ts';
import { reject } from '../errors/tacit-error.ts';
import type { CurrentFigure, PictureMaker } from '../figures/picture-maker.ts';
import type { Access } from '../graphql/access.ts';
import { visitor } from './visitor.ts';

/** Where the server finds what the dashboard lends it in turn. */
const picturesKey = Symbol.for('tacit.pictures');

interface LentPictures {
  read(address: string, figure: string): Promise<CurrentFigure>;
  names(address: string): Promise<string[]>;
  of: PictureMaker['of'];
  kept: PictureMaker['kept'];
}

/** The dashboard's pictures, for whoever keeps figures: pages are read as that visitor may see them. */
export function borrowPictures(): PictureMaker {
  const lent = (): LentPictures =>
    (globalThis as { [picturesKey]?: LentPictures })[picturesKey] ??
    reject('SERVICE_UNAVAILABLE', 'The dashboard, which draws the figures, is not ready.');
  return {
    read: (address, figure, access) => as(access, () => lent().read(address, figure)),
    names: (address, access) => as(access, () => lent().names(address)),
    of: (...asked) => {
      try {
        return lent().of(...asked);
      } catch (problem) {
        return rejectAsOurs(problem);
      }
    },
    kept: (...asked) => lent().kept(...asked),
  };
}

/** Reads a page for that visitor. */
function as<T>(access: Access, read: () => Promise<T>): Promise<T> {
  const origin = visitor.getStore()?.origin ?? '';
  return visitor.run({ access, origin }, () => read().catch(rejectAsOurs));
}

/** The dashboard has no error class of ours, but it says the code. */
function rejectAsOurs(problem: unknown): never {
  const { code, message } = problem as { code?: unknown; message?: string };
  if (isErrorCode(code)) reject(code, message);
  throw problem;
}
