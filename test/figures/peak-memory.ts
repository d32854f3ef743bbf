import { drawInThread } from '../../server/figures/raster/raster-thread.ts';
import { longPicture } from './long-picture.ts';

// A process of its own, so that its memory is nobody else's: says the most it took until then.

const most = () => process.resourceUsage().maxRSS;
const draw = (height: number) =>
  drawInThread({ svg: longPicture(height), width: 2312, height: 2 * height, isOpaque: true });

await draw(1_300);
const first = most();
for (let picture = 2; picture <= 20; picture += 1) await draw(1_300);
const twentieth = most();
await draw(13_000);
process.stdout.write(JSON.stringify({ first, twentieth, long: most() }));
process.exit();
