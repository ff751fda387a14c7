import { within } from '../../problem.ts';
import { branchOf, placeIn } from '../../tree.ts';
import type { Time, TimeLeaf, TimeTree } from './form.ts';

interface Part {
  /** Its place within the value. */
  readonly path: string;
  readonly value: Time;
}

/** Those who have more of an event than an upper limit lets them: whom the limit leaves out. */
const overLimit = (leaf: TimeLeaf): TimeLeaf | null => {
  if (!('occurs' in leaf)) return null;
  const { times, ...rest } = leaf.occurs;
  return times?.to === undefined ? null : { occurs: { ...rest, times: { from: times.to + 1 } } };
};

/**
 * Every part of what lies around an index event that is joined to others, excluded, counted among several, or left out by an
 * upper limit: what takes persons in or leaves them out one by one, as a window of one day would.
 */
export const partsOfTime = ({ index, meets }: Time): readonly Part[] => {
  const walk = (tree: TimeTree, path: string, inside: boolean): Part[] => {
    const branch = branchOf(tree);
    if (branch === null) {
      const leaf = tree as TimeLeaf;
      const [over, at] = [overLimit(leaf), within('meets', path)];
      return [
        ...(inside ? [{ path: at, value: { index, meets: leaf } }] : []),
        ...(over === null ? [] : [{ path: at, value: { index, meets: over } }]),
      ];
    }
    return branch.of.flatMap((child, i) =>
      walk(child, within(path, placeIn(branch, i)), inside || branch.kind !== 'all'),
    );
  };
  return walk(meets, '', false);
};
