import { describe, expect, it } from 'vitest';
import { isOngoing, regimensGiven } from './treatments.ts';

const drug = (code: string, en: string, more: object = {}) => ({
  kind: 'SYSTEMIC',
  status: 'completed',
  line: 1,
  startedOn: '2025-10-01',
  endedOn: '2026-01-20' as string | null,
  what: { code, label: { en, zh: en } },
  ...more,
});

describe('regimens given', () => {
  it('are drugs begun together, named by the regimen they make, in their order', () => {
    const second = { line: 2, startedOn: '2026-03-02', endedOn: null, status: 'in-progress' };
    const given = regimensGiven(
      [
        drug('L01CE02', 'Irinotecan', second),
        drug('L01BC06', 'Capecitabine', second),
        drug('L01XA03', 'Oxaliplatin'),
        drug('L01BC06', 'Capecitabine', { startedOn: '2025-10-02' }),
      ],
      'colorectum',
    );
    expect(given.map((r) => [r.line, r.label.en, r.from, r.to, r.ongoing])).toEqual([
      [1, 'XELOX', '2025-10-01', '2026-01-20', false],
      [2, 'CAPIRI', '2026-03-02', null, true],
    ]);
  });

  it('of drugs that make no known regimen are named by the drugs', () => {
    const given = regimensGiven([drug('X1', 'Foo'), drug('X2', 'Bar')], null);
    expect(given.map((r) => r.label.en)).toEqual(['Foo + Bar']);
  });

  it('go on only where no end was sent and the status says so', () => {
    expect(isOngoing({ status: 'in-progress', endedOn: null })).toBe(true);
    expect(isOngoing({ status: 'in-progress', endedOn: '2026-01-01' })).toBe(false);
    expect(isOngoing({ status: 'completed', endedOn: null })).toBe(false);
  });
});
