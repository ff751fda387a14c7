import { describe, expect, it } from 'vitest';
import { byInstitution, byMonth, type Sender } from './received.ts';

const words = (name: string) => ({ en: name, zh: name });
const sender = (
  id: string,
  ...months: [month: string, day: string, submissions: number, records: number][]
): Sender => ({
  id,
  code: id,
  name: words(id),
  region: { code: '110000', shortName: words('Beijing') },
  receivedByMonth: [],
  months: months.map(([month, lastDay, submissions, records]) => ({
    month,
    lastDay,
    submissions,
    records,
  })),
});

const senders = [
  sender('silent'),
  sender('small', ['2026-03', '2026-03-09', 1, 40]),
  sender('large', ['2026-01', '2026-01-31', 5, 900], ['2026-03', '2026-03-02', 2, 100]),
];

describe('what institutions sent', () => {
  it('is listed from who sent most, with the latest day', () => {
    expect(byInstitution(senders)).toMatchObject([
      { id: 'large', submissions: 7, records: 1000, lastDay: '2026-03-02' },
      { id: 'small', submissions: 1, records: 40, lastDay: '2026-03-09' },
      { id: 'silent', submissions: 0, records: 0, lastDay: null },
    ]);
  });

  it('adds up by month, a month without any at nothing', () => {
    expect(byMonth(senders)).toMatchObject([
      { month: '2026-01', submissions: 5, records: 900 },
      { month: '2026-02', submissions: 0, records: 0 },
      { month: '2026-03', submissions: 3, records: 140 },
    ]);
  });
});
