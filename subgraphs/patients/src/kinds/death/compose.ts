import type { Session, Statement } from '@nodp/database';

const compose: Statement<never> = {
  text: 'select patients.compose_vital_status($1::uuid[])',
  bind: ({ patients }) => [patients],
};

/** Composes the vital status of patients anew, after what was reported of it changed. */
export const composeVitalStatus = async (
  session: Session,
  patientIds: readonly string[],
): Promise<void> => {
  if (patientIds.length === 0) return;
  await session.run(compose, { patients: [...new Set(patientIds)] });
};
