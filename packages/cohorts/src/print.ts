import type { Label } from '@nodp/terminology';
import { type CohortDefinition, kindOf, valueIn } from './definition.ts';
import { meaningOf } from './meaning.ts';
import { printTree } from './print-tree.ts';

const EVERYONE: Label = { en: 'everyone', zh: '全部人群' };

/** A definition in plain words. */
export const print = (definition: CohortDefinition): Label =>
  printTree(
    definition,
    (criterion) => {
      const kind = kindOf(criterion);
      if (kind === null) throw new TypeError('A definition has exactly one field at every node.');
      return meaningOf(kind).print(valueIn(criterion));
    },
    EVERYONE,
  );
