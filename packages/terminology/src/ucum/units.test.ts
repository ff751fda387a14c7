import { ucum } from '@atomic-ehr/ucum';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Analyte, analyteOfLoinc } from '../loinc/analytes.ts';
import { convertUnit, normaliseUnit, toCanonical } from './ucum.ts';

test.each([
  ['秒', 's'],
  ['次/分', '/min'],
  ['次/min', '/min'],
  ['个/L', '/L'],
  ['个/μL', '/uL'],
  ['万/μL', '10*4/uL'],
  ['毫克/升', 'mg/L'],
  ['ng·mL-1', 'ng/mL'],
  ['10^9·L-1', '10*9/L'],
  ['×10⁹·L⁻¹', '10*9/L'],
  ['IU·mL-1', '[IU]/mL'],
  ['μmol·L-1', 'umol/L'],
  ['毫摩尔/升', 'mmol/L'],
  ['微摩尔／升', 'umol/L'],
  ['纳克/毫升', 'ng/mL'],
  ['国际单位/升', '[IU]/L'],
  ['U/毫升', 'U/mL'],
  ['毫米汞柱', 'mm[Hg]'],
  ['公斤', 'kg'],
  ['厘米', 'cm'],
  ['％', '%'],
  ['毫克每升', 'mg/L'],
  ['斤', '500.g'],
  ['市斤', '500.g'],
  ['两', '50.g'],
  ['滴/分', '[drp]/min'],
  ['万单位', '10*4.U'],
  ['万U', '10*4.U'],
  ['百万IU', '10*6.[IU]'],
  ['万国际单位/平方米', '10*4.[IU]/m2'],
  ['个/高倍视野', '/[HPF]'],
  ['个/HP', '/[HPF]'],
  ['/HPF', '/[HPF]'],
  ['×10的9次方/升', '10*9/L'],
  ['毫西弗', 'mSv'],
  ['兆贝可', 'MBq'],
  ['厘米水柱', 'cm[H2O]'],
  ['大卡/天', 'kcal/d'],
  ['个月', 'mo'],
  ['包年', '{PackYears}'],
  // Capitals are read as what is measured, never as megagrams, megagausses or petagausses.
  ['MG/L', 'mg/L'],
  ['Mg/L', 'mg/L'],
  ['PG/ML', 'pg/mL'],
  ['MMOL/L', 'mmol/L'],
  ['ML', 'mL'],
  ['μM', 'umol/L'],
  ['mM', 'mmol/L'],
  ['AU/mL', "[arb'U]/mL"],
  ['HU', "[hnsf'U]"],
  ['S', 's'],
  ['bpm', '/min'],
  ['kg/m²', 'kg/m2'],
  ['mL/(min·1.73m²)', 'mL/min/{1.73_m2}'],
  ['ml/min·1.73m^2', 'mL/min/{1.73_m2}'],
  ['mL·min⁻¹·1.73m⁻²', 'mL/min/{1.73_m2}'],
  ['毫升/(分钟·1.73平方米)', 'mL/min/{1.73_m2}'],
  ['g/24小时', 'g/(24.h)'],
  ['mg/24h', 'mg/(24.h)'],
  ['mg/gCr', 'mg/g{creat}'],
  ['mg/100ml', 'mg/dL'],
  ['mcg/dl', 'ug/dl'],
  ['gm/dL', 'g/dL'],
  ['mm/1h', 'mm/h'],
  ['copies/mL', '{copies}/mL'],
  ['拷贝/毫升', '{copies}/mL'],
  ['μg/mL(FEU)', 'ug/mL{FEU}'],
  ['×10⁹/升', '10*9/L'],
  ['10^9个/L', '10*9/L'],
  ['10的9次方/L', '10*9/L'],
  ['*10^9/L', '10*9/L'],
  ['×10(9)/L', '10*9/L'],
  ['x10E3/uL', '10*3/uL'],
  ['Thousand/uL', '10*3/uL'],
  ['十亿/L', '10*9/L'],
  ['千单位/升', 'kU/L'],
  ['Kpa', 'kPa'],
  ['cmH2O', 'cm[H2O]'],
  // Letters that UCUM would take for a gauss, a tesla, a kelvin or a metre.
  ['G/L', '10*9/L'],
  ['T/L', '10*12/L'],
  ['K/mm3', '10*3/uL'],
  ['M/mm³', '10*6/uL'],
  ['cells/mm3', '/uL'],
  ['°F', '[degF]'],
  ['10∧9/L', '10*9/L'],
  ["x10'9/L", '10*9/L'],
  ['10E+9/L', '10*9/L'],
  ['毫单位/升', 'mU/L'],
  ['毫渗/升', 'mosm/L'],
  ['mOsm/kg·H2O', 'mosm/kg'],
  ['mm/1小时', 'mm/h'],
  ['μg/kg·min', 'ug/kg/min'],
  ['比值', '1'],
])('%s is %s', (written, unit) => expect(normaliseUnit(written)).toBe(unit));

test.each([
  '?',
  '？',
  '分',
  '个',
  '万',
  '阳性',
  '级',
  ']',
  '(',
  '[',
  '//',
  'g/',
  '.',
  '无',
  '片',
  '支/天',
  '滴度',
  '级',
])('%s is no unit that is sure: null, and nothing is thrown', (written) =>
  expect(normaliseUnit(written)).toBeNull(),
);

test('G/L is giga of cells, or grams in capitals, by what is measured', () => {
  const of = (loinc: string) => analyteOfLoinc(loinc) as Analyte;
  expect(toCanonical(of('6690-2'), 6.5, 'G/L')).toEqual({ value: 6.5, unit: '10*9/L' });
  expect(toCanonical(of('718-7'), 135, 'G/L')).toEqual({ value: 135, unit: 'g/L' });
});

test('a count of cells is no amount of substance', () => {
  const of = (loinc: string) => analyteOfLoinc(loinc) as Analyte;
  expect(toCanonical(of('718-7'), 135, '10*9/L')).toBeNull();
  expect(toCanonical(of('2345-7'), 5, '10*9/L')).toBeNull();
  expect(convertUnit(1, '10*9/L', 'mmol/L')).toBeNull();
});

test('a count in ten thousands converts', () => {
  expect(convertUnit(12.5, '万/μL', '10*9/L')).toBe(125);
});

test('whatever is written, nothing is thrown, and what is taken for a unit is one', () => {
  const signs = fc.constantFrom(...'秒次分个万升克毫微/·-1?[]{}()^*.%μgLmU0123 '.split(''));
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(signs, { maxLength: 8 }).map((a) => a.join('')),
      ),
      (text) => {
        const unit = normaliseUnit(text);
        if (unit !== null && unit !== '1') expect(ucum.validate(unit).valid).toBe(true);
        convertUnit(1, text, 'g/L');
      },
    ),
    { numRuns: 3000 },
  );
});

test('what is kept of a pair of units converts as the library does, of degrees too', () => {
  const pairs = fc.constantFrom(
    ['mg/dL', 'g/L'],
    ['10*3/uL', '10*9/L'],
    ['ng/mL', 'ug/L'],
    ['[degF]', 'Cel'],
    ['Cel', 'K'],
  );
  fc.assert(
    fc.property(
      pairs,
      fc.double({ min: 1, max: 500, noNaN: true }),
      ([from = '', to = ''], value) => {
        const converted = Number(ucum.convert(value, from, to).toPrecision(12));
        expect(convertUnit(value, from, to)).toBe(converted);
      },
    ),
  );
  expect(convertUnit(1, 'mg', 'mL')).toBeNull();
});

test('a weight in the market system is told in kilograms', () => {
  expect(convertUnit(120, '斤', 'kg')).toBe(60);
  expect(convertUnit(3, '两', 'g')).toBe(150);
});
