import { expect, test } from 'vitest';
import { parseMessage, type Segment, valueAt } from '../message.ts';
import { isDocument, valuesIn, wordsOfDocument } from './values.ts';

const obx = (type: string, value: string, unit = ''): Segment => {
  const message = parseMessage(
    `MSH|^~\\&|LIS|H1\rOBX|1|${type}|718-7^Hb^LN||${value}|${unit}|||||F`,
  );
  if ('problem' in message) throw new Error(message.problem);
  return message.segments[1] as Segment;
};

const g = { unit: 'g/L' };
test.each<[type: string, value: string, unit: string, read: object[]]>([
  ['NM', '98', 'g/L', [{ valueQuantity: { value: 98, ...g } }]],
  [
    'NM',
    '98',
    'g/L^^UCUM',
    [{ valueQuantity: { value: 98, ...g, code: 'g/L', system: 'http://unitsofmeasure.org' } }],
  ],
  ['NM', '<0.01', 'g/L', [{ valueQuantity: { value: 0.01, comparator: '<', ...g } }]],
  [
    'NM',
    '60~120',
    'g/L',
    [{ valueRange: { low: { value: 60, ...g }, high: { value: 120, ...g } } }],
  ],
  [
    'NM',
    '5.10 H',
    'g/L',
    [
      {
        valueQuantity: { value: 5.1, ...g },
        interpretation: [
          {
            coding: [
              {
                system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation',
                code: 'H',
              },
            ],
          },
        ],
      },
    ],
  ],
  ['ST', '2.00↑', '', [{ valueString: '2.00↑' }]],
  ['NM', '溶血', 'g/L', [{ valueString: '溶血' }]],
  ['NM', '', 'g/L', [{}]],
  ['SN', '>^100', 'g/L', [{ valueQuantity: { value: 100, comparator: '>', ...g } }]],
  ['SN', '^12', 'g/L', [{ valueQuantity: { value: 12, ...g } }]],
  [
    'SN',
    '^1^:^128',
    '',
    [{ valueRatio: { numerator: { value: 1 }, denominator: { value: 128 } } }],
  ],
  [
    'SN',
    '^60^-^120',
    'g/L',
    [{ valueRange: { low: { value: 60, ...g }, high: { value: 120, ...g } } }],
  ],
  [
    'SN',
    '>^1^:^128',
    '',
    [{ valueRatio: { numerator: { value: 1, comparator: '>' }, denominator: { value: 128 } } }],
  ],
  ['SN', '^2^+', '', [{ valueString: '2+' }]],
  [
    'NR',
    '60^120',
    'g/L',
    [{ valueRange: { low: { value: 60, ...g }, high: { value: 120, ...g } } }],
  ],
  ['CQ', '5^mg', '', [{ valueQuantity: { value: 5, unit: 'mg' } }]],
  ['CQ', '5', 'mg', [{ valueQuantity: { value: 5, unit: 'mg' } }]],
  ['ST', '5.6', 'mmol/L', [{ valueQuantity: { value: 5.6, unit: 'mmol/L' } }]],
  ['ST', '≥10', '', [{ valueQuantity: { value: 10, comparator: '>=' } }]],
  ['ST', '3', '', [{ valueString: '3' }]],
  ['ST', 'HER2 3+', '', [{ valueString: 'HER2 3+' }]],
  ['', '阴性', '', [{ valueString: '阴性' }]],
  ['TX', '第一行~第二行', '', [{ valueString: '第一行\n第二行' }]],
  ['FT', '一\\.br\\二', '', [{ valueString: '一\n二' }]],
  [
    'CWE',
    '260385009^阴性^SCT',
    '',
    [
      {
        valueCodeableConcept: {
          coding: [{ code: '260385009', display: '阴性', system: 'http://snomed.info/sct' }],
          text: '阴性',
        },
      },
    ],
  ],
  // Each of several codes is a value of its own.
  [
    'CE',
    'A^甲~B^乙',
    '',
    [
      { valueCodeableConcept: { coding: [{ code: 'A', display: '甲' }], text: '甲' } },
      { valueCodeableConcept: { coding: [{ code: 'B', display: '乙' }], text: '乙' } },
    ],
  ],
  ['CE', '', '', [{}]],
  ['IS', 'POS', '', [{ valueCodeableConcept: { coding: [{ code: 'POS' }] } }]],
  ['DT', '20260801', '', [{ valueDateTime: '2026-08-01' }]],
  ['TS', '202608010930', '', [{ valueDateTime: '2026-08-01T09:30:00+08:00' }]],
  ['TM', '0930', '', [{ valueString: '0930' }]],
])('OBX-2 %s of %j in %j', (type, value, unit, read) => {
  expect(valuesIn(obx(type, value, unit), '+08:00')).toEqual(read);
});

test('digits stay as they were written', async () => {
  const { digitsOf } = await import('@nodp/record/fhir');
  const [value] = valuesIn(obx('SN', '<^0.010', 'g/L'), '+08:00');
  expect(digitsOf(value?.valueQuantity as object)).toBe('0.010');
});

const base64 = (text: string | Uint8Array): string => Buffer.from(text).toString('base64');
test.each<[value: string, words: string | null]>([
  [`LIS^TEXT^PLAIN^Base64^${base64('右肺上叶腺癌')}`, '右肺上叶腺癌'],
  ['LIS^TEXT^PLAIN^A^右肺上叶腺癌', '右肺上叶腺癌'],
  [`LIS^AP^PDF^Base64^${base64('%PDF-1.7')}`, null],
  [`LIS^TEXT^PLAIN^Base64^${base64(Uint8Array.of(0xff, 0xfe, 0x00))}`, null],
  ['LIS^TEXT^PLAIN^Base64', null],
  [`LIS^IM^JPEG^Base64^${base64('x')}`, null],
])('the words of the document %j', (value, words) => {
  const document = obx('ED', value);
  expect(isDocument(document)).toBe(true);
  expect(wordsOfDocument(valueAt(document, 5))).toBe(words);
});
