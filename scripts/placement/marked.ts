import type { Reach } from './scope.ts';

/** Why something that does not go by patient is meant so: what it would cost on many machines, or what has to become of it there. */
export interface Mark {
  readonly reach: Exclude<Reach, 'none' | 'given'>;
  /** How many statements of the file reach beyond given patients. */
  readonly statements: number;
  readonly why: string;
}

const list =
  'A page or a number of a hospital’s list: each machine answers its own rows, and the first page of all is merged.';
const job =
  'A job goes through every patient, a batch at a time: on many machines each takes its own.';
const ask = 'Asked once at a start or by a job: whether there is anybody, or how many.';
const key =
  'By a link’s token or a message’s number, which names no patient: every machine looks into an index, one has it.';
const match =
  'Who may be one person is found across hospitals’ patients: candidates are made where all keys are, on one machine.';
const demonstration = 'Of the demonstration alone.';
const locks =
  'Locks rows of many patients in one transaction: each machine has to run the job for its own.';

const fan = (statements: number, why: string): Mark => ({ reach: 'fan-out', statements, why });
const across = (statements: number, why: string): Mark => ({ reach: 'across', statements, why });

/** By file. */
export const markedFiles: Readonly<Record<string, Mark>> = {
  'apps/gateway/src/demonstration-biobank.ts': fan(1, demonstration),
  'apps/gateway/src/demonstration-images/fill-images.ts': fan(1, demonstration),
  'apps/gateway/src/held/apply-edits-job.ts': fan(2, job),
  'apps/gateway/src/held/edits-run.ts': fan(1, ask),
  'apps/gateway/src/messages/deliver-messages-job.ts': fan(
    2,
    'What waits to be sent, by time: a machine has its own.',
  ),
  'apps/gateway/src/messages/deliver.ts': across(
    2,
    `${key} The message is locked while it is handed over.`,
  ),
  'apps/gateway/src/messages/reports.ts': fan(1, key),
  'subgraphs/followup/src/kinds/contact/contacts-due.ts': fan(2, list),
  'subgraphs/followup/src/messages/of-demonstration.ts': fan(1, demonstration),
  'subgraphs/followup/src/messages/rows.ts': fan(2, list),
  'subgraphs/followup/src/questionnaire/link.ts': fan(1, key),
  'subgraphs/followup/src/questionnaire/of-demonstration.ts': fan(2, demonstration),
  'subgraphs/followup/src/screening/persons.ts': fan(10, list),
  'subgraphs/patients/src/board/cases.ts': fan(
    1,
    'The place of a case in its meeting is counted over the meeting’s cases, which are of several patients.',
  ),
  'subgraphs/patients/src/board/of-demonstration.ts': fan(1, demonstration),
  'subgraphs/patients/src/board/rows.ts': fan(1, 'The cases of a meeting are of several patients.'),
  'subgraphs/patients/src/indicators/figures.ts': fan(1, list),
  'subgraphs/patients/src/matching/compare-all.ts': fan(1, match),
  'subgraphs/patients/src/matching/fill-keys.ts': fan(3, job),
  'subgraphs/patients/src/matching/learn.ts': fan(1, match),
  'subgraphs/patients/src/matching/make-candidates.ts': fan(2, match),
  'subgraphs/patients/src/matching/run.ts': fan(1, ask),
  'subgraphs/patients/src/people/patient-list.ts': fan(
    13,
    'The list lies with its institution and looks into patients only where an answer of a rare kind is asked for.',
  ),
  'subgraphs/patients/src/people/renew-hashes.ts': across(3, locks),
  'subgraphs/patients/src/people/unreadable-identities.ts': fan(1, ask),
  'subgraphs/patients/src/prognosis/of-demonstration.ts': fan(2, demonstration),
  'subgraphs/patients/src/referrals/of-demonstration.ts': fan(2, demonstration),
  'subgraphs/patients/src/referrals/rows.ts': fan(2, list),
  'subgraphs/patients/src/summary/recompute.ts': across(3, locks),
  'subgraphs/patients/src/sweep/sweep.ts': across(1, locks),
  'subgraphs/patients/src/tasks/task-list.ts': fan(1, list),
};

const person = 'One person is of several patients (one a hospital): it asks those that are joined.';
const moves =
  'Moves rows from a patient to the one it is joined with: a row’s machine is never changed by an update, so that each has to be written anew and removed.';
const claim =
  'Claims are of one sender and many patients, and national numbers lie by number: three steps (numbers, patients, claims) take its place.';

/** By name. */
export const markedFunctions: Readonly<Record<string, Pick<Mark, 'reach' | 'why'>>> = {
  'basic.move_entered': { reach: 'across', why: moves },
  'basic.move_records': { reach: 'across', why: moves },
  'basic.read_audit': {
    reach: 'across',
    why: 'The audit is one chain on one machine; the text is put together of its conditions.',
  },
  'basic.version_tables': {
    reach: 'across',
    why: 'Puts triggers on tables when the platform starts; reads no row.',
  },
  'basic.read_referrals': { reach: 'fan-out', why: list },
  'followup.answer_term': { reach: 'across', why: `${key} It locks the questionnaire.` },
  'followup.complete_questionnaire': { reach: 'fan-out', why: key },
  'followup.earlier_grades': { reach: 'fan-out', why: key },
  'followup.link_state': { reach: 'fan-out', why: key },
  'followup.move_answers': { reach: 'across', why: moves },
  'imaging.join_dicom': {
    reach: 'fan-out',
    why: 'Studies lie with their institution until a record of a patient claims them.',
  },
  'patients.alert_precision': { reach: 'fan-out', why: 'Numbers of the whole network.' },
  'patients.break_glass': {
    reach: 'fan-out',
    why: 'Whom a national number is of lies by number; the name is held against the patient that it gives.',
  },
  'patients.claim_patients': { reach: 'across', why: claim },
  'patients.compose_persons': { reach: 'across', why: person },
  'patients.data_centre': { reach: 'fan-out', why: 'Numbers of the whole network.' },
  'patients.deaths_to_link': { reach: 'fan-out', why: match },
  'patients.doubtful_joins': { reach: 'fan-out', why: list },
  'patients.find_candidates': { reach: 'fan-out', why: match },
  'patients.former_patient': { reach: 'fan-out', why: person },
  'patients.joined_with': { reach: 'fan-out', why: person },
  'patients.move_keys': { reach: 'across', why: moves },
  'patients.own_patients': {
    reach: 'fan-out',
    why: 'By the sender’s keys, which lie with the institution.',
  },
  'patients.read_claims': { reach: 'across', why: claim },
  'patients.read_pairs': { reach: 'across', why: match },
  'patients.read_statements': { reach: 'fan-out', why: person },
  'patients.referred_persons': {
    reach: 'fan-out',
    why: 'By the numbers of referrals, which the page has and which do not carry the patient.',
  },
  'patients.settle_claims': { reach: 'fan-out', why: claim },
  'specimens.collect_specimens': {
    reach: 'fan-out',
    why: 'Donors lie with their institution and know their patient.',
  },
};

const chosen =
  'Conditions that a reader chose are put together, each of them a text of the file; what is asked is the list beside them.';
const keyed = 'A table that the program names, by the patients that are given.';
const named = 'A table, column or setting that the program names, never a reader.';
const whole = 'Whole tables in order, for a copy: a backup, a release, the demonstration.';
const loaded = 'Made once when the file is loaded, and read as a statement there.';

/** Texts that are put together while the platform runs, which people read: how many a file has, and of what kind. */
export const composedTexts: Readonly<Record<string, readonly [number, string]>> = {
  'apps/cli/src/operator/account.ts': [1, named],
  'apps/cli/src/operator/institution.ts': [1, named],
  'apps/gateway/src/codes/read-again-job.ts': [
    2,
    'Of codes and submissions, which lie with their institution.',
  ],
  'apps/gateway/src/demonstration-biobank.ts': [9, demonstration],
  'apps/gateway/src/fhir/reading/resources.ts': [1, keyed],
  'apps/gateway/src/fhir/reading/statements.ts': [
    2,
    `${keyed} A search without a patient is one of the sender’s own records: every machine answers.`,
  ],
  'apps/gateway/src/messages/deliver.ts': [2, key],
  'apps/gateway/src/messages/reports.ts': [1, key],
  'apps/gateway/src/services/webhooks-job.ts': [1, named],
  'packages/database/src/backup/archiving.ts': [3, named],
  'packages/database/src/backup/content.ts': [4, whole],
  'packages/database/src/embedded.ts': [1, named],
  'packages/database/src/functions.ts': [1, named],
  'packages/database/src/migrate.ts': [4, named],
  'packages/database/src/operator-audit.ts': [1, named],
  'packages/database/src/session.ts': [5, 'What sessions send is read where it is made.'],
  'packages/graph/src/records.ts': [2, loaded],
  'packages/nation/src/copy/analyze.ts': [1, whole],
  'packages/nation/src/copy/connection.ts': [1, named],
  'packages/nation/src/copy/copy-nation.ts': [9, whole],
  'packages/nation/src/copy/indexes-aside.ts': [2, whole],
  'packages/nation/src/copy/lists-aside.ts': [3, whole],
  'packages/warehouse/src/engines/load-postgres.ts': [
    5,
    'Of a release, which has persons and no patients.',
  ],
  'packages/warehouse/src/engines/postgres.ts': [
    2,
    'Of a release, which has persons and no patients.',
  ],
  'subgraphs/followup/src/messages/of-demonstration.ts': [1, demonstration],
  'subgraphs/followup/src/questionnaire/of-demonstration.ts': [1, demonstration],
  'subgraphs/followup/src/screening/persons.ts': [1, loaded],
  'subgraphs/patients/src/indicators/case-list.ts': [1, chosen],
  'subgraphs/patients/src/kinds/patient/to-fhir.ts': [1, chosen],
  'subgraphs/patients/src/matching/learn.ts': [1, match],
  'subgraphs/patients/src/network/submission-list.ts': [
    1,
    'Of submissions, which lie with their institution.',
  ],
  'subgraphs/patients/src/people/patient-list.ts': [2, chosen],
  'subgraphs/patients/src/people/stored-records.ts': [1, loaded],
  'subgraphs/patients/src/prognosis/of-demonstration.ts': [1, demonstration],
  'subgraphs/patients/src/referrals/of-demonstration.ts': [1, demonstration],
  'subgraphs/patients/src/referrals/rows.ts': [1, loaded],
  'subgraphs/patients/src/stage-findings/finding-list.ts': [1, chosen],
  'subgraphs/patients/src/sweep/due.ts': [2, locks],
  'subgraphs/patients/src/sweep/sweep.ts': [5, named],
  'subgraphs/patients/src/tasks/task-list.ts': [1, chosen],
  'subgraphs/research/src/literature/article-list.ts': [2, chosen],
  'subgraphs/research/src/release/copy-out.ts': [3, whole],
  'subgraphs/specimens/src/biobank/rows.ts': [1, 'Of a biobank, which lies on one machine.'],
  'subgraphs/statistics/src/registry-data/owner-writer.ts': [1, named],
  'subgraphs/statistics/src/registry-data/put-data-sets.ts': [1, named],
};

const institutionFirst =
  'The key has to hold the institution as well: the number alone is made so that it is nobody else’s.';
const random =
  'Random and never chosen, so that an index on each machine does; nothing else holds it to be one.';

/** Unique keys and references that would span machines, with what has to become of each. */
export const markedConstraints: Readonly<Record<string, string>> = {
  'basic.attachment attachment_pkey': institutionFirst,
  'basic.attachment_part attachment_part_attachment_id_part_pk': institutionFirst,
  'basic.csv_mapping csv_mapping_pkey': institutionFirst,
  'basic.submission submission_pkey': institutionFirst,
  'followup.message message_by_id': random,
  'followup.questionnaire questionnaire_by_token': random,
};

const rowTrigger =
  'Every machine has only its own rows of a statement: a trigger that sees a row, or the writer, keeps what this one keeps.';

/** Triggers that see all rows of a statement at once, by table and function. */
export const markedTriggers: Readonly<Record<string, string>> = {
  'basic.care_relationship patients.relist': rowTrigger,
  'basic.held_record basic.tell_held': 'On one machine with its table.',
  'patients.identity patients.relist': rowTrigger,
  'patients.listed patients.tally_listed': rowTrigger,
  'patients.patient patients.relist': rowTrigger,
  'patients.recurrence_alert patients.tell_alerts': rowTrigger,
};
