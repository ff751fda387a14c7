import { createHash, randomBytes } from 'node:crypto';
import { sqlStatement } from '@nodp/database';
import { badInput, decodeOne, decodePair, type SubgraphContext } from '@nodp/graph';
import { symptomTerm } from '@nodp/oncology';
import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type {
  MutationActOnSymptomAlertArgs,
  MutationMakeSymptomQuestionnaireArgs,
  MutationRevokeSymptomQuestionnaireArgs,
} from '../generated/resolvers.ts';
import type { SymptomAlertModel, SymptomQuestionnaireModel } from '../models.ts';
import { questionnaireOf } from './rows.ts';
import { symptomAlert } from './table.ts';

const p = sql.placeholder;
const [MOST_TERMS, MOST_DAYS, LONGEST_REASON] = [40, 30, 500];

const make = sqlStatement<{ state: 'MADE' | 'UNKNOWN' | 'DEAD' | 'TOO_MANY' }>(sql`
  select followup.make_questionnaire(${p('patient')}::uuid, ${p('id')}::uuid, ${p('hash')}, ${p('terms')}::smallint[],
    ${p('days')}::int) as state`);
const revoke = sqlStatement<{ done: boolean }>(sql`
  select followup.revoke_questionnaire(${p('patient')}::uuid, ${p('id')}::uuid) as done`);
const act = sqlStatement<{ done: boolean }>(sql`
  select followup.act_on_symptom(${p('patient')}::uuid, ${p('id')}::uuid, ${p('verdict')}, ${p('reason')}) as done`);
const oneAlert = sqlStatement<SymptomAlertModel>(sql`
  select * from ${symptomAlert} where patient_id = ${p('patient')}::uuid and id = ${p('id')}::uuid`);

const REFUSED = {
  UNKNOWN: 'No patient in your institution’s care has this id. / 本机构照护的患者中没有该编号。',
  DEAD: 'The patient has died; nobody is asked. / 患者已死亡，不再发送问卷。',
  TOO_MANY:
    'Ten links of the patient are open; end one first. / 该患者已有10个有效链接，请先撤销一个。',
} as const;

const checkTerms = (terms: readonly number[]): void => {
  if (terms.length === 0 || terms.length > MOST_TERMS)
    throw badInput(`\`terms\` must be 1 to ${MOST_TERMS} numbers, not ${terms.length}.`);
  if (new Set(terms).size !== terms.length) throw badInput('`terms` names a term twice.');
  const unknown = terms.find((number) => symptomTerm(number) === undefined);
  if (unknown !== undefined)
    throw badInput(`\`terms\`: the item library has no term ${unknown}; see symptomLibrary.`);
};

/** Makes a link for a patient; its token leaves here and is retained by its hash alone. @throws BAD_USER_INPUT */
export const makeQuestionnaire = async (
  { patient: given, terms, days = 7 }: MutationMakeSymptomQuestionnaireArgs,
  context: SubgraphContext,
): Promise<{ token: string; questionnaire: SymptomQuestionnaireModel }> => {
  const patient = decodeOne('Patient', given);
  checkTerms(terms);
  if (days < 1 || days > MOST_DAYS)
    throw badInput(`\`days\` must be 1 to ${MOST_DAYS}, not ${days}.`);
  const { session } = context;
  const token = randomBytes(32).toString('base64url');
  const hash = createHash('sha256').update(token).digest('hex');
  const id = uuidv7();
  await session.audit('change', [patient], { questionnaire: id, terms: terms.length, days });
  const [made] = await session.run(make, { patient, id, hash, terms, days });
  const state = made?.state ?? 'UNKNOWN';
  if (state !== 'MADE') throw badInput(REFUSED[state]);
  const questionnaire = await questionnaireOf(context, patient, id);
  if (questionnaire === null) throw badInput(REFUSED.UNKNOWN);
  return { token, questionnaire };
};

/** Ends an open link of the institution's; null where there is none. */
export const revokeQuestionnaire = async (
  { id: given }: MutationRevokeSymptomQuestionnaireArgs,
  context: SubgraphContext,
): Promise<SymptomQuestionnaireModel | null> => {
  const { patientId, id } = decodePair('SymptomQuestionnaire', given);
  await context.session.audit('change', [patientId], { questionnaire: id, revoked: true });
  const [answer] = await context.session.run(revoke, { patient: patientId, id });
  return answer?.done === true ? questionnaireOf(context, patientId, id) : null;
};

/** Closes an open alert of a patient in care, once; null where there is none. @throws BAD_USER_INPUT */
export const actOnSymptom = async (
  { id: given, verdict, reason: written }: MutationActOnSymptomAlertArgs,
  { session }: SubgraphContext,
): Promise<SymptomAlertModel | null> => {
  const { patientId, id } = decodePair('SymptomAlert', given);
  const reason = written.trim();
  if (reason.length < 3 || reason.length > LONGEST_REASON)
    throw badInput(`\`reason\` must have 3 to ${LONGEST_REASON} characters.`);
  await session.audit('change', [patientId], { symptomAlert: id, verdict });
  const [answer] = await session.run(act, { patient: patientId, id, verdict, reason });
  if (answer?.done !== true) return null;
  return (await session.run(oneAlert, { patient: patientId, id }))[0] ?? null;
};
