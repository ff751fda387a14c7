import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testCases } from '../testing/cases.ts';
import { stage, tumour, written } from '../testing/reports.ts';
import cases from './cases.json' with { type: 'json' };
import {
  PATIENT_SUMMARY_VERSION,
  type PatientReports,
  RULES_OF_SUMMARY,
  summarise,
} from './patient-summary.ts';

const reportsOf = (given: {
  born?: string;
  tumours: readonly object[];
  stages: readonly object[];
}): PatientReports => ({
  born: written(given.born),
  tumours: given.tumours.map((t) => tumour(t as never)),
  stages: given.stages.map((s) => stage(s as never)),
});

testCases<Parameters<typeof reportsOf>[0]>(cases, (given) => summarise(reportsOf(given)));

/** Raise the summary's version with any of these, and write both here: what an older one stored is then computed anew. */
test('the version of the summary goes with the versions of its rules', () => {
  expect({ summary: PATIENT_SUMMARY_VERSION, rules: RULES_OF_SUMMARY }).toEqual({
    summary: 4,
    rules: {
      'age-at': 1,
      behaviour: 1,
      'broad-stage': 2,
      'leading-tumour': 1,
      'multiple-primaries': 1,
      primaries: 1,
      'stage-at-diagnosis': 2,
      'tnm-at-diagnosis': 2,
      'tumour-findings': 1,
    },
  });
});

const day = fc.constantFrom('2018', '2019-03', '2019-03-20', '2020-01-01', null);
const institution = fc.constantFrom('1', '2');
const tumours = fc.array(
  fc.record({
    institutionId: institution,
    sourceId: fc.constantFrom('a', 'b', 'c'),
    kind: fc.constantFrom('PRIMARY', 'SECONDARY'),
    siteGroup: fc.constantFrom('lung', 'breast', null),
    diagnosed: day,
  }),
  { maxLength: 4 },
);
const stages = fc.array(
  fc.record({
    institutionId: institution,
    tumourSourceId: fc.constantFrom('a', 'b', 'never-sent', null),
    axis: fc.constantFrom('group', 'FIGO', 'ISS', 'T', 'ISUP'),
    classification: fc.constantFrom('p', 'c', null, 'y', 'r', 'a'),
    value: fc.constantFrom('IA', 'II', 'III', 'unknown', 'T2'),
    assessed: day,
  }),
  { maxLength: 8 },
);

test('the order in which records come does not change what is said of them', () => {
  fc.assert(
    fc.property(tumours, stages, (ts, ss) => {
      // A sender's keys are its own: no two of one sender are the same.
      const once = [...new Map(ts.map((t) => [`${t.institutionId} ${t.sourceId}`, t])).values()];
      const given = {
        tumours: once.map((t, i) => ({ ...t, id: `t${i}` })),
        stages: ss.map((s, i) => ({ ...s, id: `s${i}`, sourceId: `s${i}` })),
      };
      const turned = { tumours: given.tumours.toReversed(), stages: given.stages.toReversed() };
      const told = (said: ReturnType<typeof summarise>) => ({
        leading: said.leading,
        tumours: said.tumours
          .map(({ tumourId, tnm, age, stage: s }) => ({
            tumourId,
            tnm,
            age,
            value: s.value,
            why: s.why,
          }))
          .sort((a, b) => a.tumourId.localeCompare(b.tumourId)),
      });
      expect(told(summarise(reportsOf(turned)))).toEqual(told(summarise(reportsOf(given))));
    }),
  );
});

test('a stage at diagnosis is one that was recorded, at diagnosis, and known', () => {
  fc.assert(
    fc.property(tumours, stages, (ts, ss) => {
      const given = {
        tumours: ts.map((t, i) => ({ ...t, id: `t${i}` })),
        stages: ss.map((s, i) => ({ ...s, id: `s${i}`, sourceId: `s${i}` })),
      };
      for (const { stage: said } of summarise(reportsOf(given)).tumours) {
        if (said.value === null) {
          expect(said.missing.length).toBeGreaterThan(0);
          continue;
        }
        const { reportId, group } = said.value;
        const report = given.stages.find((s) => s.id === reportId);
        expect(report?.value).toBe(group);
        expect(['p', 'c', null]).toContain(report?.classification);
        expect(group).not.toBe('unknown');
      }
    }),
  );
});
