import { z } from 'zod';
import { reject } from '../errors/tacit-error.ts';

/** PostgreSQL numbers the rows of one file with an int. */
const mostEarnings = 2_000_000_000;
/** What a person can work: beyond this many earnings each, sessions would be shorter than a quarter of an hour. */
const mostEarningsEach = 1000;

const count = (what: string, most: number) =>
  z.coerce
    .number({ error: `${what} is not a number` })
    .int({ error: `${what} is not a whole number` })
    .min(1, { error: `${what} is below 1` })
    .max(most, { error: `${what} is above ${most}` });

const day = z.iso.date({ error: 'is not a day (YYYY-MM-DD)' });

const shape = z
  .object({
    slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
      error: 'the dataset is not a slug: lower case letters, digits and single hyphens',
    }),
    experts: count('the number of experts', 20_000_000),
    earnings: count('the number of earnings', mostEarnings),
    seed: z.coerce
      .number({ error: 'the seed is not a number' })
      .int({ error: 'the seed is not a whole number' })
      .min(0, { error: 'the seed is below 0' })
      .max(0xffff_ffff, { error: 'the seed is above 4294967295' }),
    from: day.default('2023-01-01'),
    to: day.default('2025-12-31'),
    laboratories: count('the number of laboratories', 100).default(6),
    platforms: count('the number of platforms', 100).default(8),
    projects: count('the number of projects', 100_000).optional(),
    topShare: z.coerce
      .number({ error: 'the top share is not a number' })
      .min(0.2, { error: 'the share of the top tenth is below 0.2' })
      .max(0.85, { error: 'the share of the top tenth is above 0.85' })
      .default(0.55),
    title: z.string().min(1).max(200).optional(),
  })
  .refine(({ earnings, experts }) => earnings >= experts, {
    error: 'there are fewer earnings than experts; each expert has at least one',
  })
  .refine(({ earnings, experts }) => earnings <= experts * mostEarningsEach, {
    error: `there are more than ${mostEarningsEach} earnings for each expert, more than a person can work`,
  })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) >= 180 * 86_400_000, {
    error: 'the market is open for less than 180 days; choose an earlier start or a later end',
  })
  .refine(({ from, to }) => from >= '1900-01-01' && to < '2200-01-01', {
    error: 'the market is open outside the years 1900 to 2199',
  });

/** What a simulated market is made from; the same parameters always make the same market. */
export type SimulationParameters = z.output<typeof shape> & { projects: number };

/** The same as it is asked for, with what may be left out; text is read as numbers. */
export type SimulationRequest = z.input<typeof shape>;

/** The parameters of a market, complete; BAD_USER_INPUT that names every fault. */
export function simulationParameters(request: SimulationRequest): SimulationParameters {
  const result = shape.safeParse(request);
  if (!result.success) {
    const faults = result.error.issues.map(({ path, message }) =>
      path[0] === 'from' || path[0] === 'to' ? `"${path[0]}" ${message}` : message,
    );
    reject('BAD_USER_INPUT', `Such a market cannot be simulated: ${faults.join('; ')}.`);
  }
  const { experts, projects = Math.min(1000, Math.max(20, Math.round(Math.sqrt(experts)))) } = result.data;
  return { ...result.data, projects };
}
