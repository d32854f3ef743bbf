import { Resvg } from '@resvg/resvg-js';
import { fonts, nameFonts } from './fonts.ts';
import { PngStream } from './png-stream.ts';
import { sweepBand, sweepPicture } from './sweep.ts';

// Runs in a thread of its own. It imports nothing that needs to be compiled.

/** A picture to draw. */
export interface RasterTask {
  svg: string;
  /** Pixels of the file, whatever size the SVG states. */
  width: number;
  height: number;
  isOpaque: boolean;
}

/** Pixels that are drawn at once: 4 MB of them, and as much again while they are packed. */
const bandPixels = 1_000_000;

/**
 * Draws an SVG as PNG, read once and drawn in bands from top to bottom, so that a long picture takes no more memory
 * than a short one, nor many of them than one.
 */
export async function draw(task: RasterTask): Promise<Uint8Array> {
  try {
    return await drawBands(task);
  } finally {
    sweepPicture();
  }
}

async function drawBands({ svg, width, height, isOpaque }: RasterTask): Promise<Uint8Array> {
  const picture = new Resvg(inPixels(nameFonts(svg), width, height), {
    font: { loadSystemFonts: false, fontFiles: fonts.map(({ file }) => file), defaultFontFamily: 'Inter' },
  });
  // Where the paper shows through, the renderer's own encoder knows how colours and alpha go together.
  if (!isOpaque) return picture.render().asPng();
  const file = new PngStream(width, height);
  const rows = Math.max(1, Math.floor(bandPixels / width));
  // Measuring every path takes a millisecond: once, for an object of the renderer's kind.
  const band = picture.getBBox();
  if (!band) throw new Error('the picture is empty');
  for (let top = 0; top < height; top += rows) {
    Object.assign(band, { x: 0, y: top, width, height: Math.min(rows, height - top) });
    picture.cropByBBox(band);
    await file.add(picture.render().pixels);
    await sweepBand();
  }
  return file.end();
}

/** The same picture measured in pixels of the file, so that a band of them begins and ends where one does. */
function inPixels(svg: string, width: number, height: number): string {
  const size = `width="${width}" height="${height}"`;
  const fitted = svg.replace(
    /width="[\d.]+" height="[\d.]+"/,
    `${size} overflow="visible" preserveAspectRatio="none"`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${width} ${height}">${fitted}</svg>`;
}
