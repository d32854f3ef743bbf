import { afterFirstPaint } from './first-paint.ts';
import { beginLate } from './late.ts';
import { keepTheme } from './theme.ts';
import { dress } from './typefaces.ts';

// Stands in the head of every page, as text: it runs before the first paint and costs it no round trip. The
// policy of the pages names its hash. Nothing here may be long, or wait for anything.

document.documentElement.dataset.scripted = '';
keepTheme();
dress();
afterFirstPaint(beginLate);
