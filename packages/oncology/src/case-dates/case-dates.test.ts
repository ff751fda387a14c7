import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testCases } from '../testing/cases.ts';
import { written } from '../testing/reports.ts';
import cases from './cases.json' with { type: 'json' };
import { diagnosisDay } from './diagnosis-day.ts';
import { endOfFollowUp, type FollowUp } from './end-of-follow-up.ts';

interface Dates {
  readonly diagnosed?: string;
  readonly born?: string;
  readonly died?: string;
}
describe('the day of diagnosis', () =>
  testCases<Dates>(cases.diagnosis, ({ diagnosed, born, died }) =>
    diagnosisDay(written(diagnosed), written(born), written(died), '2026-06-01'),
  ));

interface Seen {
  readonly vitalStatus: FollowUp['vitalStatus'];
  readonly died?: string;
  readonly lastContact?: string;
  readonly from: string;
}
describe('the end of follow-up', () =>
  testCases<Seen>(cases.end, ({ vitalStatus, died, lastContact = null, from }) =>
    endOfFollowUp({ vitalStatus, died: written(died), lastContact, from, closing: '2026-01-01' }),
  ));

test('a death is never placed before diagnosis, nor after the closing date, nor after the year it is known to', () => {
  const day = fc
    .integer({ min: 0, max: 3650 })
    .map((n) => new Date(Date.UTC(2015, 0, 1 + n)).toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, fc.option(day), fc.constantFrom(4, 7), (from, lastContact, known) => {
      const died = written(from.slice(0, known));
      const end = endOfFollowUp({
        vitalStatus: 'DEAD',
        died,
        lastContact,
        from,
        closing: '2026-01-01',
      });
      expect(end?.died).toBe(true);
      expect((end?.day ?? '') >= from).toBe(true);
      expect(end?.day.slice(0, known)).toBe(from.slice(0, known));
    }),
  );
});
