import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EVERY_MEASURE, measureOf } from './registry.ts';

const definitions = readFileSync(
  join(import.meta.dirname, '../../../../docs/definitions.md'),
  'utf8',
);

test.each(EVERY_MEASURE)(
  '%s is defined in docs/definitions.md as beside its figure, in both languages',
  (name) => {
    const { label, sentence, limits } = measureOf(name);
    for (const words of [label, sentence, limits])
      for (const said of [words.en, words.zh]) expect(definitions).toContain(said);
  },
);
