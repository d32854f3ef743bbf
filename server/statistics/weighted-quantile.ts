/**
 * The weighted quantile of an ascending list: the smallest value whose cumulative weight reaches p·Σw; of hourly rates
 * weighted by hours, the rate at or below which the share p of the hours is paid. In the unit of the values; always one
 * of them. Values of weight 0 never answer. A cumulative weight short by less than 1e-12 of Σw, as rounding leaves it,
 * has reached. Throws RangeError when the lists differ in length, a weight is negative or not finite, Σw is not
 * positive, values are not ascending, or p is outside [0, 1].
 */
export function weightedQuantileSorted(
  sorted: ArrayLike<number>,
  weights: ArrayLike<number>,
  p: number,
): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`Not a probability: ${p}`);
  const allWeight = totalWeight(sorted, weights);
  const enough = p * allWeight - 1e-12 * allWeight;
  let reached = 0;
  let answer = NaN;
  for (let i = 0; i < sorted.length; i++) {
    if (weights[i] === 0) continue;
    reached += weights[i]!;
    answer = sorted[i]!;
    if (reached >= enough) break;
  }
  return answer;
}

function totalWeight(sorted: ArrayLike<number>, weights: ArrayLike<number>): number {
  if (weights.length !== sorted.length)
    throw new RangeError(`${sorted.length} values, ${weights.length} weights`);
  let sum = 0;
  for (let i = 0; i < sorted.length; i++) {
    const weight = weights[i]!;
    if (!(weight >= 0) || weight === Infinity)
      throw new RangeError(`Not a finite weight of at least 0: ${weight}`);
    if (i > 0 && !(sorted[i]! >= sorted[i - 1]!)) throw new RangeError('Values are not in ascending order');
    sum += weight;
  }
  if (!(sum > 0)) throw new RangeError('The weights must add up to more than 0');
  return sum;
}
