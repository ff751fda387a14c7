import { v7 as uuidv7 } from 'uuid';
import type { TaskFacts } from './facts.ts';
import type { Asked, FoundTask, TaskKind } from './kind.ts';
import { TASK_KINDS } from './kinds/index.ts';
import { type StoredStanding, storedStandings } from './screening.ts';

/** As `patients.store_tasks` takes it. */
export interface StoredTasks {
  readonly patientId: string;
  readonly recheckOn: string | null;
  /** Where the patient stands in screening programmes, the dead too. */
  readonly screening: readonly StoredStanding[];
  readonly tasks: readonly (FoundTask & {
    readonly id: string;
    readonly kind: TaskKind;
    readonly role: string;
  })[];
}

/** Every task that a patient's records make; none of who died. */
export const tasksOf = (facts: TaskFacts, when: Asked): StoredTasks => {
  const screening = storedStandings(facts, when);
  if (facts.dead) return { patientId: facts.patientId, recheckOn: null, tasks: [], screening };
  const found = Object.entries(TASK_KINDS).map(([kind, { role, find }]) => ({
    ...{ kind: kind as TaskKind, role },
    ...find(facts, when),
  }));
  const asked = new Set(facts.referrals.map(({ toInstitutionId }) => toInstitutionId));
  const rechecks = found.flatMap(({ recheckOn }) => (recheckOn === null ? [] : [recheckOn]));
  return {
    patientId: facts.patientId,
    recheckOn: rechecks.toSorted()[0] ?? null,
    screening,
    tasks: found.flatMap(({ kind, role, tasks }) =>
      tasks
        // Whoever does not care for the patient any more has nothing to do, but for who is asked by a referral.
        .filter(
          ({ institutionId }) => facts.care.includes(institutionId) || asked.has(institutionId),
        )
        .map((task) => ({ ...task, id: uuidv7(), kind, role })),
    ),
  };
};
