import type { Label } from '@nodp/terminology';
import { join } from './criterion/words.ts';
import { type CohortDefinition, kindOf, valueIn } from './definition.ts';
import { meaningOf } from './meaning.ts';

const listOf = (node: CohortDefinition): readonly CohortDefinition[] =>
  'all' in node ? node.all : 'any' in node ? node.any : 'atLeast' in node ? node.atLeast.of : [];

/** Brackets where a part would otherwise be read into what stands around it. */
const part = (definition: CohortDefinition): Label => {
  const label = print(definition);
  return listOf(definition).length > 1 ? { en: `(${label.en})`, zh: `（${label.zh}）` } : label;
};

/** A definition in plain words. */
export const print = (definition: CohortDefinition): Label => {
  if ('all' in definition)
    return definition.all.length === 0
      ? { en: 'everyone', zh: '全部人群' }
      : join(definition.all.map(part), ' and ', '，且');
  if ('any' in definition) return join(definition.any.map(part), ' or ', '，或');
  if ('not' in definition) {
    const inner = definition.not;
    return { en: `not ${part(inner).en}`, zh: `非“${print(inner).zh}”` };
  }
  if ('atLeast' in definition) {
    const { least, of } = definition.atLeast;
    const parts = join(of.map(part), '; ', '；');
    return { en: `at least ${least} of: ${parts.en}`, zh: `至少满足${least}项：${parts.zh}` };
  }
  const kind = kindOf(definition);
  if (kind === null) throw new TypeError('A definition has exactly one field at every node.');
  return meaningOf(kind).print(valueIn(definition));
};
