import { encodeId } from '@nodp/graph';
import type { StageAtDiagnosisResolvers } from '../../generated/resolvers.ts';
import { stageRows } from '../stage/rows.ts';

/** A code of a rule, `after-treatment`, as the graph writes it: AFTER_TREATMENT. */
type Upper<Code extends string> = Code extends `${infer Head}-${infer Tail}`
  ? `${Uppercase<Head>}_${Upper<Tail>}`
  : Uppercase<Code>;
const upper = <Code extends string>(code: Code): Upper<Code> =>
  code.toUpperCase().replaceAll('-', '_') as Upper<Code>;

export const StageAtDiagnosis: StageAtDiagnosisResolvers = {
  group: ({ stageGroup }) => stageGroup,
  broadStage: ({ broadStage }) => broadStage ?? 'UNKNOWN',
  tnm: ({ tnm }) => tnm ?? '',
  report: async ({ patientId, stageId }, _, context) => {
    if (stageId === null) return null;
    const rows = await context.once(stageRows).load(patientId);
    return rows.find(({ id }) => id === stageId) ?? null;
  },
  why: ({ explanation }) => (explanation?.why ?? []).map(upper),
  missing: ({ explanation }) => (explanation?.missing ?? []).map(upper),
  setAside: ({ patientId, explanation }) =>
    (explanation?.setAside ?? []).map(({ reportId, because }) => ({
      stageId: encodeId('Stage', patientId, reportId),
      because: upper(because),
    })),
};
