import {
  casesOfRecord,
  type JudgedCase,
  judgeCase,
  judgedAnewOn,
  QUALITY_INDICATORS,
  QUALITY_INDICATORS_VERSION,
} from '@nodp/oncology';
import { type IndicatorFacts, personOf } from './person-of.ts';

/** Site groups that indicators are of. */
export const INDICATED_SITES: readonly string[] = [
  ...new Set(QUALITY_INDICATORS.flatMap(({ sites }) => sites)),
];

const NOT_DATED = '0001-01-01';

/** As `patients.store_indicators` takes it. */
interface StoredIndicators {
  readonly patientId: string;
  readonly recheckOn: string | null;
  readonly results: readonly (JudgedCase & {
    readonly institutionId: string;
    readonly tumourId: string;
    readonly diagnosedOn: string;
    readonly ruleVersion: number;
  })[];
}

/** What every indicator says of a patient's cases, at each institution that cares for the patient and had to do with the case. */
export const judgedOf = (row: IndicatorFacts, today: string): StoredIndicators => {
  const said = casesOfRecord(personOf(row), today).map((one) => {
    const results = judgeCase(one);
    return { one, results, recheckOn: judgedAnewOn(one, results) };
  });
  return {
    patientId: row.patientId,
    recheckOn: said.flatMap(({ recheckOn }) => recheckOn ?? []).toSorted()[0] ?? null,
    results: said.flatMap(({ one, results }) =>
      one.institutions
        .filter((id) => row.care.includes(id))
        .flatMap((institutionId) =>
          results.map((result) => ({
            ...result,
            institutionId,
            tumourId: one.id,
            diagnosedOn: one.diagnosedOn ?? NOT_DATED,
            ruleVersion: QUALITY_INDICATORS_VERSION,
          })),
        ),
    ),
  };
};
