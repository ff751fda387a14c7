import { expect, test } from 'vitest';
import type { Engine } from '../engines/engine.ts';
import type { CaseColumns } from './case-columns.ts';
import { cohortsInMemory } from './cohorts.ts';

test.each([0, 5, 30])(
  'a release of %d cases opens: its cache takes no place before it holds a set',
  (rows) => {
    const before = process.memoryUsage().rss;
    const person = Int32Array.from({ length: rows }, (_, row) => row);
    const keys = new Int32Array(rows);
    cohortsInMemory({ rows, singles: rows, person, keys } as CaseColumns, {} as Engine);
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 2 ** 20);
  },
);
