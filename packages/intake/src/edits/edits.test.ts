import type { ClinicalRecord, RecordOf } from '@nodp/record';
import { morphologies } from '@nodp/terminology/morphology';
import { topographies } from '@nodp/terminology/topography';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findingsIn } from './examine.ts';
import { about, aged, day, found, observation, treatment, tumour } from './testing/records.ts';

describe('real cases', () => {
  test('a common cancer at a common age is not found fault with', () => {
    expect(found(tumour())).toEqual([]);
    expect(
      found(tumour({ topography: 'C50.4', morphology: '8500/3' }), aged(55, { sex: 'FEMALE' })),
    ).toEqual([]);
    expect(found(tumour({ topography: 'C61.9', morphology: '8140/3' }), aged(70))).toEqual([]);
    expect(
      found(tumour({ topography: 'C42.1', morphology: '9823/3', basisOfDiagnosis: '7' }), aged(70)),
    ).toEqual([]);
  });

  test.each([
    [
      'cervix of a man',
      tumour({ topography: 'C53.9', morphology: '8070/3' }),
      about(),
      ['sex-site quarantine'],
    ],
    [
      'prostate of a woman',
      tumour({ topography: 'C61.9' }),
      about({ sex: 'FEMALE' }),
      ['sex-site quarantine'],
    ],
    ['breast of a man', tumour({ topography: 'C50.9', morphology: '8500/3' }), about(), []],
    [
      'cervix of whom no sex is known',
      tumour({ topography: 'C53.9', morphology: '8070/3' }),
      about(null),
      [],
    ],
    [
      'seminoma of a woman',
      tumour({ topography: 'C56.9', morphology: '9061/3' }),
      about({ sex: 'FEMALE' }),
      ['female-histology warn', 'site-histology-must warn'],
    ],
    [
      'in situ of bone',
      tumour({ topography: 'C40.2', morphology: '8010/2' }),
      about(),
      ['in-situ-site warn', 'site-histology-must-not warn'],
    ],
    [
      'adenocarcinoma by imaging',
      tumour({ basisOfDiagnosis: '2' }),
      about(),
      ['basis-histology warn'],
    ],
    [
      'hepatocellular carcinoma by imaging',
      tumour({ topography: 'C22.0', morphology: '8170/3', basisOfDiagnosis: '2' }),
      about(),
      [],
    ],
    [
      'hepatocellular carcinoma of the lung',
      tumour({ morphology: '8170/3' }),
      about(),
      ['site-histology-must warn'],
    ],
    [
      'retinoblastoma at 8',
      tumour({ topography: 'C69.2', morphology: '9510/3' }),
      aged(8),
      ['age-over-5-retinoblastoma warn', 'child-retinoblastoma warn'],
    ],
    [
      'nephroblastoma at 40',
      tumour({ topography: 'C64.9', morphology: '8960/3' }),
      aged(40),
      ['age-from-15-embryonal warn'],
    ],
    [
      'myeloma at 10',
      tumour({ topography: 'C42.1', morphology: '9732/3' }),
      aged(10),
      ['age-under-15-histology warn'],
    ],
    ['colon at 12', tumour({ topography: 'C18.7' }), aged(12), ['age-under-20-colon-lung warn']],
    ['prostate at 35', tumour({ topography: 'C61.9' }), aged(35), ['age-under-40-prostate warn']],
    [
      'an unknown histology',
      tumour({ morphology: '8888/3' }),
      about(),
      ['morphology-unknown warn'],
    ],
    ['before birth', tumour({ diagnosed: day('1949-12-31') }), about(), ['before-birth refuse']],
    [
      'in the year of birth',
      tumour({ diagnosed: { date: '1950-01-01', precision: 'year' } }),
      about({ born: day('1950-06-01') }),
      ['age-under-20-colon-lung warn'],
    ],
    ['tomorrow', tumour({ diagnosed: day('2026-11-30') }), about(), ['in-future quarantine']],
    ['this month', tumour({ diagnosed: { date: '2026-11-01', precision: 'month' } }), about(), []],
    [
      'in 1899',
      tumour({ diagnosed: day('1899-12-30') }),
      about({ born: null }),
      ['before-1900 quarantine'],
    ],
    [
      'an autopsy',
      tumour({ diagnosed: day('2020-03-02') }),
      about({ died: day('2020-03-01') }),
      ['diagnosed-after-death warn'],
    ],
  ] as const)('%s', (_, record, beside, expected) => {
    expect(found(record, beside)).toEqual(expected);
  });

  test('treatment after death is held, before its diagnosis told, and a biopsy is neither', () => {
    const known = about({
      died: day('2020-06-01'),
      tumours: [{ key: 'c', topography: 'C34.1', morphology: null, diagnosed: day('2020-03-01') }],
    });
    expect(found(treatment({ started: day('2020-06-02') }), known)).toEqual([
      'treated-after-death quarantine',
    ]);
    expect(found(treatment({ started: day('2020-02-01'), tumour: 'c' }), known)).toEqual([
      'treated-before-diagnosis warn',
    ]);
    expect(
      found(treatment({ started: day('2020-02-01'), tumour: 'c', what: 'OTHER' }), known),
    ).toEqual([]);
    expect(found(treatment({ started: day('2020-02-01'), tumour: 'other' }), known)).toEqual([]);
  });

  test('a tumour under two keys is told of, the same key again is not', () => {
    const duplicate = { topography: 'C34.1', morphology: '8140/3', diagnosed: day('2020-03-01') };
    expect(found(tumour(), about({ tumours: [{ key: 'other', ...duplicate }] }))).toEqual([
      'duplicate-tumour warn',
    ]);
    expect(found(tumour(), about({ tumours: [{ key: 't', ...duplicate }] }))).toEqual([]);
  });

  test('laboratory values that cannot be, with what may have been meant', () => {
    const suggested = (record: ClinicalRecord) =>
      findingsIn([record], about()).map(({ edit, found: { suggestion } }) => [edit, suggestion]);
    expect(suggested(observation('718-7', 1455, 'g/L'))).toEqual([
      ['laboratory-impossible', '145.5'],
    ]);
    expect(suggested(observation('2857-1', -1, 'ng/mL'))).toEqual([
      ['laboratory-impossible', undefined],
    ]);
    expect(suggested(observation('718-7', 14, 'g/L'))).toEqual([]);
    expect(suggested(observation('718-7', 300, 'g/L'))).toEqual([]);
    // In a unit that does not convert only the sign is judged; what is no analyte of ours may be negative.
    expect(suggested(observation('718-7', 9999, '{unknown}', null))).toEqual([]);
    expect(suggested(observation('11555-0', -8, 'mmol/L'))).toEqual([]);
  });

  test('a grade that contradicts its histology is told of at the finding that says it', () => {
    const graded = {
      ...observation('33732-9', 1, ''),
      value: null,
      tumour: 'c',
      finding: { grade: '6', morphology: null, histology: null },
    } as unknown as RecordOf<'observation'>;
    const of = (morphology: string) =>
      about({ tumours: [{ key: 'c', topography: 'C34.1', morphology, diagnosed: null }] });
    expect(found(graded, of('8140/3'))).toEqual(['grade-solid warn']);
    expect(found(graded, of('9690/3'))).toEqual([]);
    expect(found(graded, of('9714/3'))).toEqual(['grade-implied warn']);
    expect(found(graded, of('8140/2'))).toEqual(['grade-behaviour warn', 'grade-solid warn']);
  });
});

describe('whatever is sent', () => {
  const code = fc.constantFrom(...morphologies().map((m) => m.code));
  const site = fc.constantFrom(...topographies().map((t) => t.code));
  const date = fc
    .date({ min: new Date('1890-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    .map((d) => day(d.toISOString().slice(0, 10)));

  test('a tumour is judged alike twice, alone or known, and a secondary by its dates alone', () => {
    fc.assert(
      fc.property(
        code,
        site,
        date,
        fc.option(date),
        fc.constantFrom('MALE', 'FEMALE', 'OTHER', 'UNKNOWN'),
        (morphology, topography, diagnosed, born, sex) => {
          const record = tumour({ morphology, topography, diagnosed });
          const beside = about({ born, sex });
          expect(found(record, beside)).toEqual(found(record, beside));
          expect(found({ ...record }, beside)).toEqual(found(record, beside));
          // What is not known is not held against anybody.
          const alone = found(record, about(null));
          for (const edit of alone) expect(found(record, beside)).toContain(edit);
          for (const edit of found({ ...record, spread: 'SECONDARY' }, beside))
            expect(edit).toMatch(/^(before-birth|in-future|before-1900|diagnosed-after-death) /);
        },
      ),
    );
  });

  test('a date known to the year is found fault with only where each of its days is', () => {
    fc.assert(
      fc.property(date, date, (diagnosed, born) => {
        const year = { date: `${diagnosed.date.slice(0, 4)}-01-01`, precision: 'year' as const };
        const ofYear = found(tumour({ diagnosed: year }), about({ born }));
        const ofDay = found(tumour({ diagnosed }), about({ born }));
        // A day before birth has no age: it is refused for itself.
        fc.pre(!ofDay.some((edit) => edit.startsWith('before-birth')));
        for (const edit of ofYear) expect(ofDay).toContain(edit);
      }),
    );
  });
});
