import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JsonDataSet } from '../json/dicom-json.ts';
import { answers, fits } from './match.ts';
import { QuestionRefused, readDicomQuestion } from './question.ts';

const set: JsonDataSet = {
  '00080020': { vr: 'DA', Value: ['20260301'] },
  '00080030': { vr: 'TM', Value: ['093015.5'] },
  '0008002A': { vr: 'DT', Value: ['20260301093000'] },
  '00080060': { vr: 'CS', Value: ['CT'] },
  '00100010': { vr: 'PN', Value: [{ Alphabetic: 'Ouyang^Xiu', Ideographic: '欧阳^修' }] },
  '0020000D': { vr: 'UI', Value: ['1.2.3'] },
  '00200011': { vr: 'IS', Value: [7] },
  '00400275': { vr: 'SQ', Value: [{ '00400009': { vr: 'SH', Value: ['STEP1'] } }] },
};
const finds = (query: string) => answers(readDicomQuestion(new URLSearchParams(query)), set);

test.each([
  ...[
    'StudyDate=20260301',
    'StudyDate=20260201-20260401',
    'StudyDate=20260301-',
    'StudyDate=-20260301',
    'StudyDate=',
  ],
  ...[
    'StudyTime=0930',
    'StudyTime=09-10',
    'AcquisitionDateTime=202603-202604',
    'Modality=C?',
    'Modality=MR\\CT',
  ],
  ...[
    'PatientName=ouyang*',
    'PatientName=欧阳修',
    'PatientName=欧阳^*',
    'PatientName=OuYang^Xiu',
    'PatientName==欧阳*',
  ],
  ...['PatientName=xiu ou&fuzzymatching=true', 'PatientName=欧&fuzzymatching=true'],
  ...['StudyInstanceUID=9.9,1.2.3', 'SeriesNumber=7', 'SeriesNumber=07'],
  ...['RequestAttributesSequence.ScheduledProcedureStepID=STEP?', '00400275.00400009=STEP1'],
])('%s finds it', (query) => {
  expect(finds(query)).toBe(true);
});

test.each([
  ...[
    'StudyDate=20260302',
    'StudyDate=20260302-',
    'StudyDate=-20260228',
    'StudyTime=10-',
    'Modality=C',
  ],
  ...[
    'PatientName=Ouyang',
    'PatientName=修',
    'PatientName=xiu&fuzzymatching=false',
    'PatientName=zhang&fuzzymatching=true',
  ],
  ...[
    'StudyInstanceUID=1.2',
    'SeriesNumber=8',
    'PatientID=*1',
    'RequestAttributesSequence.ScheduledProcedureStepID=STEP',
  ],
])('%s does not', (query) => {
  expect(finds(query)).toBe(false);
});

test('what is not understood is named', () => {
  for (const query of ['Nonsense=1', 'limit=-1', 'offset=x', 'includefield=Nonsense'])
    expect(() => readDicomQuestion(new URLSearchParams(query))).toThrow(QuestionRefused);
});

test('wild cards are those of PS3.4, and no pattern takes long', () => {
  const pattern = (text: string) =>
    new RegExp(
      `^${text
        .replace(/[.+^${}()|[\]\\]/g, '\\$&')
        .replace(/\*/g, '.*')
        .replace(/\?/g, '.')}$`,
      's',
    );
  const words = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?', '.'), maxLength: 8 });
  fc.assert(
    fc.property(
      words,
      fc.string({ unit: fc.constantFrom('a', 'b', '.'), maxLength: 8 }),
      (asked, text) => {
        expect(fits(asked, text)).toBe(pattern(asked).test(text));
      },
    ),
  );
  const begun = performance.now();
  expect(fits(`${'*a'.repeat(2_000)}b`, 'a'.repeat(4_000))).toBe(false);
  expect(performance.now() - begun).toBeLessThan(5_000);
});
