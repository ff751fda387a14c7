/** Weights by rank with running sums: a binary indexed tree (Fenwick 1994); O(log n) each. */
export class WeightTree {
  /** Sum of all weights. */
  total = 0;
  readonly #sums: Float64Array;
  readonly #own: Float64Array;

  constructor(size: number) {
    this.#sums = new Float64Array(size + 1);
    this.#own = new Float64Array(size);
  }

  add(rank: number, weight: number): void {
    this.total += weight;
    const own = this.#own;
    const sums = this.#sums;
    own[rank] = (own[rank] as number) + weight;
    for (let i = rank + 1; i < sums.length; i += i & -i) sums[i] = (sums[i] as number) + weight;
  }

  /** Weight at exactly this rank. */
  at(rank: number): number {
    return this.#own[rank] as number;
  }

  /** Weight at smaller ranks. */
  below(rank: number): number {
    const sums = this.#sums;
    let sum = 0;
    for (let i = rank; i > 0; i -= i & -i) sum += sums[i] as number;
    return sum;
  }
}
