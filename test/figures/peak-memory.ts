import { drawInThread } from '../../server/figures/raster/raster-thread.ts';
import { longPicture } from './long-picture.ts';

// A process of its own, so that its memory is nobody else's: draws one picture of so many rows and says the most it took.
const height = Number(process.argv[2]);
await drawInThread({ svg: longPicture(height), width: 2312, height: 2 * height, isOpaque: true });
process.stdout.write(String(process.resourceUsage().maxRSS));
process.exit();
