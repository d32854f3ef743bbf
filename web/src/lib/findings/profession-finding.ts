import type { Profession } from '../api/profession.ts';
import type { Edition } from '../i18n/edition.ts';
import { writeRate } from '../pictures/pay/write-rate.ts';

/** A premium that rests on fewer typical rates is in no headline. */
const leastRates = 3;

/** What the page of a profession finds: what is offered beside its wage, or how far evidence reaches. */
export function professionFinding(words: Edition, profession: Profession, benchmarks: number): string {
  const { t, money, percent } = words;
  const { title, payRate: rate, everyRate: every } = profession;
  const hourly = every === null ? 0 : every.n + every.capped + every.openEnded;
  if (rate?.premium != null && rate.median !== null && rate.premiumN >= leastRates) {
    const key =
      Math.abs(rate.premium) < 0.005
        ? 'same'
        : rate.premium < 0
          ? 'below'
          : rate.premiumIsUpperBound
            ? 'most'
            : 'above';
    return t(`professions.finding_${key}`, {
      title,
      // In words a rate is whole dollars, as on the page of pay; tables hold the cents.
      rate: money(Math.round(rate.median), rate.currency),
      premium: percent(Math.abs(rate.premium)),
    });
  }
  if (every !== null && hourly > 0)
    return t('professions.finding_offered', {
      title,
      count: hourly,
      range: writeRate(words, { ...every, typical: every.median }),
    });
  if (every !== null) return t('professions.finding_not_hourly', { title });
  if (benchmarks > 0) return t('professions.finding_measured', { title, count: benchmarks });
  return t(`professions.finding_${profession.stage === 'UNTOUCHED' ? 'untouched' : 'recruited'}`, { title });
}
