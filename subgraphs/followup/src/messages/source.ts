import { badInput, decodeOne, decodePair } from '@nodp/graph';
import type { MessageOccasion } from './occasions.ts';

interface MessageSource {
  readonly patientId: string;
  readonly occasion: MessageOccasion;
  readonly subject: string;
}

const PAIRS = [
  ['con_', 'FollowupContact', 'APPOINTMENT'],
  ['pla_', 'FollowupPlan', 'PLAN'],
  ['syq_', 'SymptomQuestionnaire', 'QUESTIONNAIRE'],
] as const;

/** What a message is about, by the id of it. @throws BAD_USER_INPUT */
export const sourceOf = (id: string): MessageSource => {
  const pair = PAIRS.find(([prefix]) => id.startsWith(prefix));
  if (pair !== undefined) {
    const key = decodePair(pair[1], id);
    return { patientId: key.patientId, occasion: pair[2], subject: key.id };
  }
  // A standing in a programme: the patient and the programme.
  const [patient = '', programme = ''] = id.split('.', 2);
  if (programme === '' || programme.length > 40)
    throw badInput('`about` is the id of a plan, a contact, a questionnaire or a standing.');
  return {
    patientId: decodeOne('Patient', patient),
    occasion: 'SCREENING_RECALL',
    subject: programme,
  };
};
