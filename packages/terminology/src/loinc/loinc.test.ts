import { describe, expect, it } from 'vitest';
import { ecogOf, ecogOfKarnofsky, ecogOfLoincAnswer } from '../administrative/index.ts';
import {
  biomarkerOfLoinc,
  biomarkerOfName,
  biomarkerResultOf,
  biomarkers,
} from '../biomarkers/biomarkers.ts';
import { tnmQuestion } from '../snomed/index.ts';
import { fhirCodings, fhirResources, WITHOUT_SHARED } from '../testing/shared.ts';
import { convertUnit, normaliseUnit, toCanonical } from '../ucum/ucum.ts';
import {
  analyte,
  analyteOfLoinc,
  analytes,
  interpret,
  isLoincCode,
  observationOfLoinc,
  observationTerms,
} from './index.ts';

type Quantity = { readonly value: number; readonly unit?: string; readonly code?: string };

describe.skipIf(WITHOUT_SHARED)('the Observations of the mCODE and Synthea records', () => {
  it('names every LOINC code an Observation asks', () => {
    const asked = fhirCodings().filter(
      (c) => c.system === 'http://loinc.org' && /^Observation\.(component\.)?code/.test(c.path),
    );
    const codes = [...new Set(asked.map((c) => c.code))];
    expect(codes.length).toBe(71);
    const unknown = codes.filter(
      (c) => !(analyteOfLoinc(c) ?? biomarkerOfLoinc(c) ?? observationOfLoinc(c) ?? tnmQuestion(c)),
    );
    expect(unknown).toEqual([]);
  });
  it('converts every laboratory value to its canonical unit', () => {
    let converted = 0;
    for (const resource of fhirResources()) {
      if (resource.resourceType !== 'Observation' || !resource.valueQuantity) continue;
      const { coding } = resource.code as { coding: { code: string }[] };
      const measured = analyteOfLoinc(coding[0]?.code ?? '');
      if (!measured) continue;
      const { value, unit, code } = resource.valueQuantity as unknown as Quantity;
      const canonical = toCanonical(measured, value, code ?? unit ?? '');
      // Synthea writes a filtration rate of 1.73 m² as a clearance: it is retained as sent.
      if (measured.id === 'egfr' && code === 'mL/min') {
        expect(canonical).toBeNull();
        continue;
      }
      expect(canonical, `${measured.id} ${value} ${code ?? unit}`).not.toBeNull();
      converted++;
    }
    expect(converted).toBeGreaterThan(1000);
  });
});

describe('analytes', () => {
  it('have well-formed LOINC codes, each of one analyte, biomarker or question', () => {
    const codes = [
      ...analytes().flatMap((a) => a.loinc),
      ...biomarkers().flatMap((b) => b.loinc),
      ...observationTerms().map((o) => o.code),
    ];
    expect(codes.filter((code) => !isLoincCode(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
    expect(isLoincCode('2857-2')).toBe(false);
  });
  it('have canonical units that UCUM reads as they stand', () => {
    for (const { id, unit } of analytes()) expect(normaliseUnit(unit), id).toBe(unit);
  });
  it('are interpreted by sex', () => {
    const haemoglobin = analyte('haemoglobin');
    const psa = analyte('psa');
    if (!haemoglobin || !psa) throw new Error('analyte missing');
    expect(interpret(haemoglobin, 120, 'male')).toBe('low');
    expect(interpret(haemoglobin, 120, 'female')).toBe('normal');
    expect(interpret(haemoglobin, 120, null)).toBeNull();
    expect(interpret(psa, 12, 'male')).toBe('high');
    expect(interpret(psa, 12, 'female')).toBeNull();
    const cea = analyte('cea');
    expect(cea && interpret(cea, 5, null)).toBe('normal');
    expect(cea && interpret(cea, 5.1, null)).toBe('high');
  });
});

describe('toCanonical', () => {
  it.each([
    ['2339-0', 90, 'mg/dL', 4.99567],
    ['6299-2', 14, 'mg/dL', 4.9975], // urea nitrogen -> urea
    ['38483-4', 1, 'mg/dL', 88.402],
    ['49765-1', 9.5, 'mg/dL', 2.37038],
    ['49765-1', 5, 'mEq/L', 2.5], // two equivalents a mole
    ['2947-0', 140, 'meq/L', 140],
    ['2093-3', 200, 'mg/dL', 5.17264],
    ['1975-2', 1, 'mg/dL', 17.104],
    ['718-7', 13.4, 'g/dL', 134],
    ['718-7', 8.3, 'mmol/L', 133.746],
    ['20509-6', 13.4, 'g/l-1', 13.4], // as an HL7 v2 message writes it: sent as g/L where g/dL was meant
    ['6690-2', 8.2, 'giga.l-1', 8.2],
    ['11273-0', 4.08, 'tera.l-1', 4.08],
    ['6690-2', 8.2, '10*3/uL', 8.2],
    ['6690-2', 8200, '/uL', 8.2],
    ['777-3', 220, '×10⁹/L', 220],
    ['777-3', 220, 'K/uL', 220],
    ['4544-3', 0.42, 'L/L', 42],
    ['4548-4', 48, 'mmol/mol', 6.54304], // IFCC -> NGSP
    ['24108-3', 30, 'kU/L', 30],
    ['24108-3', 30, "[arb'U]/mL", 30],
    ['2857-1', 4, 'ug/L', 4],
    ['3016-3', 2.1, 'uIU/mL', 2.1],
    ['14682-9', 80, 'μmol/L', 80],
    ['1742-6', 0.5, 'ukat/L', 30],
    ['1742-6', 30, 'IU/L', 30],
    ['6301-6', 1.1, '', 1.1],
  ])('%s %d %s', (code, value, unit, expected) => {
    const measured = analyteOfLoinc(code);
    const canonical = measured && toCanonical(measured, value, unit);
    expect(canonical?.unit).toBe(measured?.unit);
    expect(canonical?.value).toBeCloseTo(expected, 3);
  });
  it.each([
    ['24108-3', 'ng/mL'], // CA 19-9 has no mass
    ['2039-6', 'mmol/L'], // CEA has no molar mass of its own
    ['30522-7', ''],
    ['2947-0', 'kg'],
    ['718-7', 'gallons'],
    ['1988-5', 'meq/L'],
  ])('refuses %s in %j', (code, unit) => {
    const measured = analyteOfLoinc(code);
    expect(measured && toCanonical(measured, 1, unit)).toBeNull();
  });
  it('refuses what is no number', () => {
    const cea = analyteOfLoinc('2039-6');
    expect(cea && toCanonical(cea, Number.NaN, 'ng/mL')).toBeNull();
  });
});

it('converts vital signs', () => {
  expect(convertUnit(155, '[lb_av]', 'kg')).toBeCloseTo(70.3068, 3);
  expect(convertUnit(155, 'lbs', 'kg')).toBeCloseTo(70.3068, 3);
  expect(convertUnit(98.6, '[degF]', 'Cel')).toBeCloseTo(37, 6);
  expect(convertUnit(8, 'mm', 'cm')).toBe(0.8);
  expect(convertUnit(1.84, 'm^2', 'm2')).toBe(1.84); // mCODE's body surface area
  expect(convertUnit(1, 'kg', 'cm')).toBeNull();
  expect(convertUnit(1, 'foo', 'cm')).toBeNull();
});

describe('biomarkers and scores', () => {
  it('are found by code and by the names reports use', () => {
    expect(biomarkerOfLoinc('48676-1')?.id).toBe('HER2');
    expect(biomarkerOfName('c-erbB-2')?.id).toBe('HER2');
    expect(biomarkerOfName('PDL1')?.id).toBe('PD-L1');
    expect(biomarkerOfName('雌激素受体')?.id).toBe('ER');
    expect(biomarkerOfName('EGFRvIII')).toBeNull();
    expect(biomarkerResultOf('LA6577-6')).toBe('negative');
    expect(biomarkerResultOf('10828004')).toBe('positive');
  });
  it('reads performance status', () => {
    for (const [i, code] of [
      'LA9622-7',
      'LA9623-5',
      'LA9624-3',
      'LA9625-0',
      'LA9626-8',
      'LA9627-6',
    ].entries()) {
      expect(ecogOfLoincAnswer(code)).toBe(i);
    }
    expect(ecogOf(2.5)).toBeNull();
    expect([45, 110].map(ecogOfKarnofsky)).toEqual([null, null]);
  });
});

it('the form of platelets and of leukocytes is no count', () => {
  expect(analyteOfLoinc('11125-2')).toBeNull();
  expect(analyteOfLoinc('11156-7')).toBeNull();
});

it('a filtration rate of 1.73 m² is not a clearance', () => {
  const egfr = analyteOfLoinc('33914-3');
  expect(egfr && toCanonical(egfr, 90, 'mL/min')).toBeNull();
  expect(egfr && toCanonical(egfr, 90, 'mL/min/1.73m2')).toEqual({
    value: 90,
    unit: 'mL/min/{1.73_m2}',
  });
});

it('Karnofsky as ECOG: 90 is 0, 70 is 1, 50 is 2, 30 is 3', () => {
  expect([100, 90, 80, 70, 60, 50, 40, 30, 20, 10, 0].map(ecogOfKarnofsky)).toEqual([
    0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5,
  ]);
});
