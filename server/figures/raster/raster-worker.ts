import { Resvg } from '@resvg/resvg-js';
import { fonts, nameFonts } from './fonts.ts';
import { RowPacker, type Packed } from './packed-rows.ts';
import { sweepBand, sweepPicture } from './sweep.ts';
import { textsBetween } from './texts-between.ts';

// Runs in a thread of its own. It imports nothing that needs to be compiled.

/** A picture to draw. */
export interface RasterTask {
  svg: string;
  /** Pixels of the file, whatever size the SVG states. */
  width: number;
  height: number;
  isOpaque: boolean;
}

/** Some rows of a picture. */
export interface RowsTask extends RasterTask {
  top: number;
  bottom: number;
}

/** Pixels that are drawn at once: 4 MB of them, and as much again while they are packed. */
const bandPixels = 1_000_000;

/**
 * Draws rows of an SVG, read once and drawn in bands from top to bottom, so that a long picture takes no more memory
 * than a short one, nor many of them than one.
 */
export async function drawRows(task: RowsTask): Promise<Packed> {
  try {
    return await drawBands(task);
  } finally {
    sweepPicture();
  }
}

/** Draws an SVG as PNG where the paper shows through: the renderer's own encoder knows how colours and alpha go together. */
export function drawClear(task: RasterTask): Uint8Array {
  try {
    return read(task).render().asPng();
  } finally {
    sweepPicture();
  }
}

function read({ svg, width, height }: RasterTask): Resvg {
  return new Resvg(inPixels(nameFonts(svg), width, height), {
    font: { loadSystemFonts: false, fontFiles: fonts.map(({ file }) => file), defaultFontFamily: 'Inter' },
  });
}

async function drawBands(task: RowsTask): Promise<Packed> {
  const { width, height, top, bottom } = task;
  const picture = read({ ...task, svg: textsOf(task) });
  const packer = new RowPacker(width);
  const rows = Math.max(1, Math.floor(bandPixels / width));
  // Measuring every path takes a millisecond: once, for an object of the renderer's kind.
  const band = picture.getBBox();
  if (!band) throw new Error('the picture is empty');
  for (let y = top; y < bottom; y += rows) {
    Object.assign(band, { x: 0, y, width, height: Math.min(rows, bottom - y) });
    picture.cropByBBox(band);
    await packer.add(picture.render().pixels);
    await sweepBand();
  }
  return packer.end(bottom === height);
}

/** The picture with the texts that are seen in these rows. */
function textsOf({ svg, height, top, bottom }: RowsTask): string {
  if (top === 0 && bottom === height) return svg;
  const [, units] = ownSize.exec(svg) ?? [];
  const pixel = Number(units) / height;
  return textsBetween(svg, top * pixel, bottom * pixel);
}

const ownSize = /width="[\d.]+" height="([\d.]+)"/;

/** The same picture measured in pixels of the file, so that a band of them begins and ends where one does. */
function inPixels(svg: string, width: number, height: number): string {
  const size = `width="${width}" height="${height}"`;
  const fitted = svg.replace(ownSize, `${size} overflow="visible" preserveAspectRatio="none"`);
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${width} ${height}">${fitted}</svg>`;
}
