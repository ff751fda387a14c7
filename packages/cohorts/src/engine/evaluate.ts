import type { CohortDefinition, Criterion } from '../definition.ts';
import { and, type Bits, every, none, or, without } from './bits.ts';
import { all, any } from './sets.ts';

/**
 * The cases that satisfy a definition, put together from those of its criteria by set operations.
 * Unknown meets no criterion and `not` is the complement, so two values of logic suffice.
 * @param ofCriterion answers for one criterion, from memory where it was asked before
 */
export const evaluate = async (
  definition: CohortDefinition,
  rows: number,
  ofCriterion: (criterion: Criterion) => Promise<Bits>,
): Promise<Bits> => {
  const read = (node: CohortDefinition) => evaluate(node, rows, ofCriterion);
  if ('all' in definition) return all(await Promise.all(definition.all.map(read)), rows);
  if ('any' in definition) return any(await Promise.all(definition.any.map(read)), rows);
  if ('not' in definition) return without(every(rows), await read(definition.not));
  if ('atLeast' in definition) {
    const { least, of } = definition.atLeast;
    // met[k]: the cases that met k or more of the children read so far.
    const met = [every(rows), ...Array.from({ length: least }, () => none(rows))];
    for (const child of await Promise.all(of.map(read)))
      for (let k = least; k > 0; k--) met[k] = or(met[k] as Bits, and(met[k - 1] as Bits, child));
    return met[least] as Bits;
  }
  return ofCriterion(definition);
};
