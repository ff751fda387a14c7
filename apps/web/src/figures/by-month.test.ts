import { describe, expect, it } from 'vitest';
import { byMonth } from './by-month.ts';

const month = (month: string, submissions: number, records = 0, refused = 0) => ({
  month,
  submissions,
  records,
  refused,
});

describe('submissions by month', () => {
  it('add up over institutions and fill the months between', () => {
    expect(
      byMonth([[month('2024-11', 2, 10)], [month('2024-11', 1, 5, 1), month('2025-02', 4, 8)]]),
    ).toEqual([
      month('2024-11', 3, 15, 1),
      month('2024-12', 0),
      month('2025-01', 0),
      month('2025-02', 4, 8),
    ]);
  });
  it('are none where nothing was sent', () => {
    expect(byMonth([[], []])).toEqual([]);
  });
});
