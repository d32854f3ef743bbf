import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProduct } from '../support/product.ts';
import { importOne } from './import-one.ts';
import { report } from './report.ts';
import { closedLoop, openLoop, quantileOf } from './traffic.ts';
import { watch } from './watch.ts';

/*
 * npm run test:load [-- --minutes N]: mixed traffic at the highest rate that holds p95, then at three times that rate and
 * at three times what can be answered at all, then at the first again: how much is turned away, how much memory it takes,
 * and how soon latency is back. Writes its section of RESULTS.md, and fails where anything else came than an answer or
 * 503 with Retry-After.
 */
const flag = process.argv.indexOf('--minutes');
const minutes = Number(flag > 0 ? process.argv[flag + 1] : (process.env['TACIT_LOAD_MINUTES'] ?? 30));
if (!(minutes >= 1)) throw new Error('--minutes takes a number of at least 1.');

const adminKey = 'a key of this run alone';
const folder = mkdtempSync(join(tmpdir(), 'tacit-load-'));
const product = await startProduct({
  environment: { DATA_DIR: folder, ADMIN_KEY: adminKey, TRUST_PROXY: 'true' },
});
const { url } = product;
const began = performance.now();
const seconds = (share: number): number => minutes * 60 * share;
const say = (text: string): void => void process.stdout.write(`${text}\n`);

try {
  await openLoop(url, 20, seconds(0.05));
  const alone = await closedLoop(url, 1, seconds(0.04));
  const full = await closedLoop(url, 16, seconds(0.06));
  const capacity = full.length / seconds(0.06);
  // What p95 is to hold: what a visitor alone meets, four times over.
  const aim = 4 * quantileOf(alone.rows(), 0.95);
  say(`alone p95 ${aim / 4} ms; at most ${capacity} requests a second`);

  // The rate is between none and what sixteen visitors can get: halved five times, each tried for a while.
  let [holds, fails] = [0, capacity];
  for (let step = 0; step < 5; step += 1) {
    const rate = (holds + fails) / 2;
    const tried = (await openLoop(url, rate, seconds(0.03))).rows();
    const held = tried.every(({ status }) => status === 200) && quantileOf(tried, 0.95) <= aim;
    say(`${rate} a second: p95 ${quantileOf(tried, 0.95)} ms, ${held ? 'holds' : 'does not hold'}`);
    if (!product.runs()) throw new Error('The server ended under load.');
    if (held) holds = rate;
    else fails = rate;
  }
  if (holds === 0) throw new Error('No rate held p95: too much else runs on this machine.');
  // What held for a moment on an empty server need not hold for long, nor beside a ledger of one's own.
  await importOne(url, adminKey, 'before');
  for (let tries = 0; tries < 5; tries += 1) {
    const tried = (await openLoop(url, holds, seconds(0.04))).rows();
    const p95 = quantileOf(tried, 0.95);
    say(`${holds} a second beside a ledger: p95 ${p95} ms`);
    if (tried.every(({ status }) => status === 200) && p95 <= aim) break;
    holds *= 0.8;
  }

  const watching = watch(url);
  const [steady, imported] = await Promise.all([
    openLoop(url, holds, seconds(0.4)),
    importOne(url, adminKey),
  ]);
  const before = watching.until();
  const flood = await openLoop(url, 3 * holds, seconds(0.2));
  // Where other work on the machine made the rate low, three times it may still be within what can be answered.
  const beyond = await openLoop(url, 3 * capacity, seconds(0.1));
  const during = watching.until();
  const fell = performance.now();
  const calm = await openLoop(url, holds, Math.max(15, seconds(0.1)));
  const afterwards = await watching.end();

  const failed = await report({
    ...{ minutes, took: (performance.now() - began) / 60_000, capacity, aim, imported },
    traffic: { alone, steady, flood, beyond, calm },
    watched: { before, during, afterwards },
    fell,
  });
  for (const what of failed) say(`FAILED: ${what}`);
  if (failed.length > 0) process.exitCode = 1;
} catch (error) {
  const { cause } = error as Error;
  say(`The server ${product.runs() ? 'runs' : 'has ended'}; it said: ${product.said().slice(-2000)}`);
  throw cause ?? error;
} finally {
  await product.stop();
  rmSync(folder, { recursive: true, force: true });
}
