import { describe, expect, it } from 'vitest';
import { alarmsOf } from './alarms.ts';
import type { Patient } from './data.ts';

const now = Date.parse('2026-11-28T00:00:00Z');
const series = (
  code: string,
  unit: string,
  category: string,
  points: [string, number][],
  more = {},
) => ({
  analyte: { system: 'http://loinc.org', code, label: { en: code, zh: code } },
  category,
  unit,
  referenceLow: null,
  referenceHigh: null,
  latestGrade: null,
  points: points.map(([date, value]) => ({
    at: `${date}T00:00:00Z`,
    value,
    digits: null,
    comparator: null,
    asSent: String(value),
    interpretation: null,
    notFinal: null,
  })),
  ...more,
});
const contact = (id: string, daysLate: number | null) => ({
  id,
  daysLate,
  status: 'booked',
  at: null,
});
const patient = (of: object) =>
  ({ vitalStatus: 'ALIVE', laboratory: [], followupContacts: [], ...of }) as unknown as Patient;

describe('alarms', () => {
  const graded = (grade: number | null) => ({ latestGrade: { grade, missing: [] } });
  const haemoglobin = series(
    '718-7',
    'g/L',
    'haematology',
    [
      ['2026-10-01', 120],
      ['2026-11-20', 72],
    ],
    graded(3),
  );
  const platelets = series('777-3', '10*9/L', 'haematology', [['2026-11-20', 20]], graded(4));
  const cea = series(
    '2039-6',
    'ng/mL',
    'tumour-marker',
    [
      ['2025-06-01', 4],
      ['2025-09-01', 25],
    ],
    {
      referenceHigh: 5,
    },
  );

  it('are the latest values that endanger, the worst first; then what is overdue', () => {
    const alarms = alarmsOf(
      patient({
        laboratory: [cea, haemoglobin, platelets],
        followupContacts: [contact('late', 12), contact('today', 0), contact('made', null)],
      }),
      now,
    );
    expect(
      alarms.map((a) =>
        a.kind === 'value'
          ? [a.key, a.severity, a.days]
          : a.kind === 'contact'
            ? [a.contact.id, a.days]
            : [a.key, a.months],
      ),
    ).toEqual([
      ['777-3~10*9/L', 4, 8],
      ['718-7~g/L', 3, 8],
      ['late', 12],
      ['2039-6~ng/mL', 14],
      ['2039-6~ng/mL', 'high', 453],
    ]);
  });

  it('are none where the latest value is well again, or the patient has died', () => {
    const recovered = series(
      '718-7',
      'g/L',
      'haematology',
      [
        ['2026-10-01', 72],
        ['2026-11-20', 120],
      ],
      graded(1),
    );
    expect(alarmsOf(patient({ laboratory: [recovered] }), now)).toEqual([]);
    expect(alarmsOf(patient({ laboratory: [haemoglobin], vitalStatus: 'DEAD' }), now)).toEqual([]);
  });

  it('are of markers also those outside their range: over it, or under a range that has a lower end alone', () => {
    const ratio = series('12841-3', '%', 'tumour-marker', [['2026-11-20', 12]], {
      referenceLow: 25,
    });
    const both = { referenceLow: 5, referenceHigh: 20 };
    const severities = [
      ratio,
      series('1834-1', 'ng/mL', 'tumour-marker', [['2026-11-20', 2]], both),
      series('1834-1', 'ng/mL', 'tumour-marker', [['2026-11-20', 21]], both),
      series('3084-1', 'umol/L', 'chemistry', [['2026-11-20', 900]], both),
    ].map((one) => {
      const [alarm] = alarmsOf(patient({ laboratory: [one] }), now);
      return alarm?.kind === 'value' ? alarm.severity : null;
    });
    expect(severities).toEqual(['low', null, 'high', null]);
  });

  it('pass over a value that may still change', () => {
    const potassium = series(
      '2823-3',
      'mmol/L',
      'chemistry',
      [
        ['2026-11-19', 6.5],
        ['2026-11-20', 9],
      ],
      graded(3),
    );
    const points = potassium.points.map((p, i) =>
      i === 1 ? { ...p, notFinal: 'preliminary' } : p,
    );
    const now = Date.parse('2026-11-21T00:00:00Z');
    expect(alarmsOf(patient({ laboratory: [{ ...potassium, points }] }), now)).toMatchObject([
      { kind: 'value', severity: 3, at: '2026-11-19T00:00:00Z' },
    ]);
  });
});
