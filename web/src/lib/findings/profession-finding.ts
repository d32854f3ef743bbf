import type { Profession } from '../api/profession.ts';
import type { Edition } from '../i18n/edition.ts';
import { writeRate } from '../pictures/pay/write-rate.ts';

/** A premium that rests on fewer typical rates is in no headline. */
const leastRates = 3;

/** What the page of a profession finds: what is offered beside its wage, or how far evidence reaches. */
export function professionFinding(words: Edition, profession: Profession, benchmarks: number): string {
  const { t, money, percent } = words;
  const { title, payRate: rate } = profession;
  const hourly = rate === null ? 0 : rate.n + rate.capped + rate.openEnded;
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
      rate: money(rate.median, rate.currency),
      premium: percent(Math.abs(rate.premium)),
    });
  }
  if (rate !== null && hourly > 0)
    return t('professions.finding_offered', {
      title,
      count: hourly,
      range: writeRate(words, { ...rate, typical: rate.median }),
    });
  if (rate !== null) return t('professions.finding_not_hourly', { title });
  if (benchmarks > 0) return t('professions.finding_measured', { title, count: benchmarks });
  return t(`professions.finding_${profession.stage === 'UNTOUCHED' ? 'untouched' : 'recruited'}`, { title });
}
