declare module 'subset-font' {
  /** A font with only the characters of a text, and only that much of its axes. */
  export default function subset(
    font: Buffer,
    text: string,
    options: { targetFormat: 'woff2'; variationAxes: Record<string, { min: number; max: number }> },
  ): Promise<Buffer>;
}
