export { hourlyRatesOf, type RateQuestion } from './answer.ts';
export { RateDistributionType } from './rate-distribution.type.ts';
