import { describe, expect, test } from 'vitest';
import { sharedClinical, trySharedFile } from '../testing/shared-clinical.ts';
import { CLINICAL_RULES, type ClinicalRuleId } from './clinical-rules.ts';

const SCORES = 'scores_examples.json';

/** Which file of the shared folder holds worked cases of which rule, and how many. */
const FILES: readonly (readonly [ClinicalRuleId, string, number])[] = [
  ['predict-breast-2', 'predict_breast_v22_examples.csv', 20],
  ['predict-breast-3', 'predict_breast_v32_examples.csv', 20],
  ['predict-prostate', 'predict_prostate_examples.csv', 20],
  ['recist-response', 'recist_examples.json', 6],
  ['recist-best-response', 'recist_examples.json', 5],
  ['amap', SCORES, 10],
  ['albi', SCORES, 8],
  ['child-pugh', SCORES, 8],
  ['cnlc', SCORES, 15],
  ['apcs', SCORES, 12],
  ['colorectal-programme', SCORES, 8],
  ['gastric-screening', SCORES, 10],
  ['china-lung-2021', SCORES, 12],
  ['plcom2012', 'plcom2012_examples.csv', 20],
  ['bcrat', 'bcrat_examples.csv', 34],
  ['pro-ctcae-composite', 'proctcae_composite.csv', 179],
  ['reach-b', SCORES, 6],
  ['page-b', SCORES, 6],
  ['npi', SCORES, 8],
  ['cps-eg', SCORES, 10],
  ['cts5', SCORES, 8],
  ['ipi', SCORES, 8],
  ['nccn-ipi', SCORES, 6],
  ['imdc', SCORES, 6],
  ['khorana', SCORES, 6],
  ['fong', SCORES, 6],
  ['bed-eqd2', SCORES, 8],
  ['doubling-time', SCORES, 6],
  ['psa-phoenix', 'alert_examples.json', 1],
  ['psa-prostatectomy', 'alert_examples.json', 1],
  ['ca125-gcig', 'alert_examples.json', 1],
  ['cea-ceawatch', 'alert_examples.json', 1],
  ['surveillance-due', 'alert_examples.json', 2],
  ['civic-evidence', 'civic_match_examples.json', 5],
];

describe.skipIf(sharedClinical(SCORES) === null)('the worked examples of the shared folder', () => {
  test.each(FILES)('%s agrees with %s', (id, file, cases) => {
    expect(trySharedFile(CLINICAL_RULES[id], file)).toEqual({ cases, unread: [], different: [] });
  });
});
