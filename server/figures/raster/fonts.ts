import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

/** The faces that pictures are set in: file, family and weight. Renderers read no font of the machine. */
export const fonts = [
  { family: 'Inter', weight: 400, file: resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf') },
  {
    family: 'Inter',
    weight: 600,
    file: resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
  },
  { family: 'Inter', weight: 700, file: resolve('@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf') },
  {
    family: 'Source Serif 4',
    weight: 600,
    file: resolve('@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf'),
  },
] as const;

/** The same picture with its fonts by the names that these files carry. */
export function nameFonts(svg: string): string {
  return svg
    .replace(/font-family="[^"]*Source Serif[^"]*"/g, 'font-family="Source Serif 4"')
    .replace(/font-family="[^"]*Inter[^"]*"/g, 'font-family="Inter"');
}

/** The registered name of the face that comes nearest to a family in bold or not. */
export function fontFile(family: string, isBold: boolean): string {
  if (family.includes('Source Serif')) return 'Source Serif 4 600';
  return isBold ? 'Inter 600' : 'Inter 400';
}
