import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Resvg } from '@resvg/resvg-js';
import { decode } from 'fast-png';
import { expect, test } from 'vitest';
import { mostPixels, rasterise } from '../../server/figures/files/png.ts';
import { fonts } from '../../server/figures/raster/fonts.ts';
import { mostWaiting } from '../../server/figures/raster/raster-thread.ts';
import { strip } from '../embedded/support.ts';
import { longPicture } from './long-picture.ts';

const run = promisify(execFile);
const font = { loadSystemFonts: false, fontFiles: fonts.map(({ file }) => file), defaultFontFamily: 'Inter' };
/** The picture as the renderer draws it in one piece. */
const whole = (svg: string, scale: number) =>
  new Resvg(svg, { fitTo: { mode: 'zoom', value: scale }, font }).render();

test('a picture drawn in bands, and in two halves, is the picture drawn in one piece', async () => {
  const svg = longPicture(1200);
  for (const scale of [1.5, 4]) {
    const expected = whole(svg, scale);
    const { width, height, data } = decode(await rasterise(svg, scale));
    expect([width, height]).toEqual([expected.width, expected.height]);
    const { pixels } = expected;
    // Where a mark lies across two bands its edge may be smoothed a little otherwise.
    let apart = 0;
    for (let at = 0; at < pixels.length; at += 1) if (Math.abs(pixels[at]! - data[at]!) > 8) apart += 1;
    expect(apart / pixels.length).toBeLessThan(1e-4);
  }
});

test('takes hardly more memory for twenty pictures, or for one of sixty million pixels, than for one of six', async () => {
  const script = new URL('./peak-memory.ts', import.meta.url).pathname;
  const { stdout } = await run(process.execPath, [...strip, script]);
  const { first, twentieth, long } = JSON.parse(stdout) as Record<'first' | 'twentieth' | 'long', number>;
  expect(twentieth / first).toBeLessThan(1.25);
  expect(long / first).toBeLessThan(1.5);
}, 60_000);

test('at four times the size takes less than the renderer alone with its own encoder', async () => {
  const svg = longPicture(800);
  /** Milliseconds of the processor, in all threads. */
  const least = async (work: () => unknown) => {
    const used: number[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      const start = process.cpuUsage();
      await work();
      const { user, system } = process.cpuUsage(start);
      used.push((user + system) / 1000);
    }
    return Math.min(...used);
  };
  const own = await least(() => rasterise(svg, 4));
  const renderer = await least(() => whole(svg, 4).asPng());
  expect(own / renderer).toBeLessThan(1);
}, 60_000);

test('beyond the most pixels is refused, with the largest scale that fits', async () => {
  const svg = longPicture(20_000);
  const refusal = (await rasterise(svg, 4).catch((error: unknown) => error)) as {
    code: string;
    message: string;
    details: { largest: number };
  };
  expect(refusal.code).toBe('BAD_USER_INPUT');
  const { largest } = refusal.details;
  expect(refusal.message).toContain(`ask for scale ${largest} or less`);
  expect(1156 * 20_000 * largest ** 2).toBeLessThanOrEqual(mostPixels);
});

test('is refused, to be asked for again, while too many wait for the threads that draw', async () => {
  const svg = longPicture(60);
  const asked = await Promise.allSettled(Array.from({ length: mostWaiting + 5 }, () => rasterise(svg, 1)));
  const refused = asked.filter((one) => one.status === 'rejected');
  expect(refused).toHaveLength(5);
  for (const { reason } of refused)
    expect(reason).toMatchObject({ code: 'SERVICE_UNAVAILABLE', retryable: true });
});
