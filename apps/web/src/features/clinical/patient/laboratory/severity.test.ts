import { describe, expect, it } from 'vitest';
import { severityOf } from './severity.ts';

const range = (low: number | null, high: number | null) => ({
  referenceLow: low,
  referenceHigh: high,
});

describe('the severity of a laboratory value', () => {
  it.each([
    // LOINC, unit, value, range, severity.
    ['718-7', 'g/L', 72, range(130, 175), 3],
    ['718-7', 'g/L', 64, range(130, 175), 3],
    ['718-7', 'g/L', 80, range(130, 175), 2],
    ['718-7', 'g/L', 120, range(130, 175), 1],
    ['718-7', 'g/L', 140, range(130, 175), null],
    ['777-3', '10*9/L', 24, range(125, 350), 4],
    ['751-8', '10*9/L', 0.9, range(1.8, 6.3), 3],
    ['2823-3', 'mmol/L', 6.2, range(3.5, 5.3), 3],
    ['2823-3', 'mmol/L', 3.2, range(3.5, 5.3), 1],
    ['2951-2', 'mmol/L', 124, range(137, 147), 3],
    ['1742-6', 'U/L', 260, range(9, 50), 3],
    ['1742-6', 'U/L', 60, range(9, 50), 1],
    ['2039-6', 'ng/mL', 25.4, range(null, 5), 1],
    ['2039-6', 'ng/mL', 2.5, range(null, 5), null],
  ])('%s %s of %d', (code, unit, value, reference, severity) => {
    expect(severityOf(value, code, unit, reference)).toBe(severity);
  });

  it('in a unit the rule does not know is told by its range alone', () => {
    expect(severityOf(7.2, '718-7', 'g/dL', range(13, 17.5))).toBe(1);
    expect(severityOf(7.2, '718-7', 'g/dL', range(null, null))).toBeNull();
  });

  it('without a reference range is still told by the rule', () => {
    expect(severityOf(72, '718-7', 'g/L', range(null, null))).toBe(3);
    expect(severityOf(400, '1742-6', 'U/L', range(null, null))).toBeNull();
  });
});
