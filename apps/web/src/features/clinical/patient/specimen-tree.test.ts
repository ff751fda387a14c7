import { describe, expect, it } from 'vitest';
import { branches } from './specimen-tree.ts';

const s = (id: string, parent?: string) => ({ id, parent: parent ? { id: parent } : null });
const shape = (list: ReturnType<typeof s>[]) =>
  branches(list).map(({ specimen, depth }) => `${' '.repeat(depth)}${specimen.id}`);

describe('the specimen tree', () => {
  it('puts blocks under their tissue and slides under their block', () => {
    expect(shape([s('slide', 'block'), s('tissue'), s('blood'), s('block', 'tissue')])).toEqual([
      'tissue',
      ' block',
      '  slide',
      'blood',
    ]);
  });
  it('shows a specimen whose parent is not known here', () => {
    expect(shape([s('block', 'elsewhere')])).toEqual(['block']);
  });
  it('shows each once even where records go in a circle', () => {
    expect(shape([s('a', 'b'), s('b', 'a'), s('c', 'c')])).toHaveLength(3);
  });
});
