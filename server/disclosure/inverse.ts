/** The largest prime whose products of remainders are exact in a double. */
const prime = 94_906_249;

/** A whole number as its remainder, 0 to prime − 1. */
export function remainder(value: number): number {
  const rest = value % prime;
  return rest < 0 ? rest + prime : rest;
}

/** The inverse of a square matrix modulo a prime that grows by a row and a column at a time: exact, never rounded. */
export class GrowingInverse {
  #rows: Float64Array[] = [];

  get size(): number {
    return this.#rows.length;
  }

  /** The row vector `left` (given by the places where it is 1) times the inverse. */
  rowTimes(left: readonly number[]): Float64Array {
    const product = new Float64Array(this.size);
    for (const place of left) {
      const row = this.#rows[place]!;
      for (let j = 0; j < row.length; j++) product[j] = (product[j]! + row[j]!) % prime;
    }
    return product;
  }

  /**
   * Adds to the matrix a row, of which `product` is its product with the inverse, and a column that is 1 at the places
   * `above` and whose corner leaves `rest`, which is not 0, after the product with `above` is taken off.
   */
  grow(product: Float64Array, above: readonly number[], rest: number): void {
    const scale = invert(rest);
    const column = this.#rows.map((row) => above.reduce((sum, place) => (sum + row[place]!) % prime, 0));
    this.#rows = this.#rows.map((row, i) => {
      const factor = (column[i]! * scale) % prime;
      const grown = new Float64Array(row.length + 1);
      if (factor === 0) grown.set(row);
      else for (let j = 0; j < row.length; j++) grown[j] = (row[j]! + factor * product[j]!) % prime;
      grown[row.length] = remainder(-factor);
      return grown;
    });
    const last = new Float64Array(product.length + 1);
    for (let j = 0; j < product.length; j++) last[j] = remainder(-((product[j]! * scale) % prime));
    last[product.length] = scale;
    this.#rows.push(last);
  }
}

function invert(value: number): number {
  let result = 1;
  for (let power = prime - 2, base = value; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % prime;
    base = (base * base) % prime;
  }
  return result;
}
