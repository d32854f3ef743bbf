import { constants, type BrotliOptions } from 'node:zlib';

const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT, BROTLI_PARAM_MODE, BROTLI_MODE_TEXT } = constants;

/** Fast enough to wait for; and the best there is, a fifth smaller, which takes half a second of a large page. */
const quality = { quick: 5, best: 11 } as const;

/** How a page of so many bytes is packed. */
export function brotliOf(how: keyof typeof quality, length: number): BrotliOptions {
  return {
    params: {
      [BROTLI_PARAM_QUALITY]: quality[how],
      [BROTLI_PARAM_SIZE_HINT]: length,
      [BROTLI_PARAM_MODE]: BROTLI_MODE_TEXT,
    },
  };
}
