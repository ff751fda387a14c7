import { type DisclosureRule, joined, type Keyed, leavesOutFew } from '@nodp/disclosure';
import type { Crossings } from '@nodp/warehouse';
import type { Chosen, CountAsked, EventCounts } from '../source.ts';
import { countCases } from './count.ts';

interface Counted {
  readonly exact: EventCounts;
  /** As they may be told: a set that leaves a few of a wider one out is the wider one. */
  readonly told: EventCounts;
}

/** Choices that are given up in all ways; of more, each is given up by itself. */
const MOST_CHOICES = 4;

/** The set of one part of a cell: a block of sexes and ages. */
const blockOf = ({ counts, keys }: EventCounts, size: number, block: number): Keyed =>
  joined(
    Array.from({ length: size }, (_, i) => ({
      count: counts[block * size + i] as number,
      key: (keys?.[block * size + i] as number) >>> 0,
    })),
  );

/** The same question without one of its choices, and how that choice lies among the parts. */
interface Wider {
  readonly of: Counted;
  /** Values chosen; 1 where what is given up is no choice. */
  readonly values: number;
  /** Parts from one value of the choice to the next. */
  readonly stride: number;
}

const answeredAs = (
  exact: EventCounts,
  wider: readonly Wider[],
  rule: DisclosureRule,
): EventCounts => {
  const size = exact.sexes * exact.ages;
  const counts = Uint32Array.from(exact.counts);
  const keys = Uint32Array.from(exact.keys ?? []);
  const blocks = counts.length / size;
  const taken = new Uint8Array(blocks);
  for (const { of, values, stride } of wider) {
    for (let block = 0; block < blocks; block++) {
      if (taken[block] === 1) continue;
      const value = Math.floor(block / stride) % values;
      // The block of the wider question has no place for the choice that was given up.
      const at = Math.floor(block / (stride * values)) * stride + (block % stride);
      const [set, all] = [blockOf(exact, size, block), blockOf(of.exact, size, at)];
      const same = set.count === all.count;
      if (!same && !leavesOutFew(set, all, rule)) continue;
      // The same persons without the filter may be answered as still more of them by another filter less.
      if (same && blockOf(of.told, size, at).count === set.count) continue;
      for (let other = 0; other < values; other++) {
        const place = block + (other - value) * stride;
        taken[place] = 1;
        for (let i = 0; i < size; i++) {
          counts[place * size + i] =
            other === value ? (of.told.counts[at * size + i] as number) : 0;
          keys[place * size + i] = other === value ? (of.told.keys?.[at * size + i] as number) : 0;
        }
      }
    }
  }
  return { ...exact, counts, keys };
};

/**
 * Cases of a release by the axes, as they may be told beside the same table with fewer filters: of women beside those of everybody, of
 * the provinces beside those whose residence nobody knows. A filter that leaves a few persons of a cell out changes nothing.
 */
export const countTold = (
  crossings: Crossings,
  asked: CountAsked,
  rule: DisclosureRule,
): EventCounts => {
  const known = new Map<string, Counted>();
  const wholly = Object.keys(asked.chosen).length <= MOST_CHOICES;
  const count = (chosen: Chosen, registered: boolean, outermost: boolean): Counted => {
    const name = JSON.stringify([Object.keys(chosen), registered]);
    const found = known.get(name);
    if (found !== undefined) return found;
    const exact = countCases(crossings, { ...asked, chosen, registered });
    const entries = Object.entries(chosen);
    const wider: Wider[] = [];
    if (wholly || outermost) {
      entries.forEach(([dimension, values], at) => {
        const { [dimension as keyof Chosen]: _, ...others } = chosen;
        wider.push({
          of: count(others, registered, false),
          values: values.length,
          stride: entries.slice(at + 1).reduce((product, [, list]) => product * list.length, 1),
        });
      });
      if (registered) wider.push({ of: count(chosen, false, false), values: 1, stride: 1 });
    }
    const made = { exact, told: wider.length === 0 ? exact : answeredAs(exact, wider, rule) };
    known.set(name, made);
    return made;
  };
  return count(asked.chosen, asked.registered, true).told;
};
