import { readFileSync } from 'node:fs';
import { everyFieldOf, fieldsWithValue } from '@nodp/graph/testing';
import { buildASTSchema, parse } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../apps/gateway/src/configuration.ts';
import { everyone } from './fixtures.ts';
import { wholeGraph } from './whole-graph.ts';
import { type WholeNation, wholeNation } from './whole-nation.ts';

/**
 * A field of a record has a column of its name or a resolver. The compiler sees neither the one nor the other missing, so
 * every field of every record is asked for, over records of every kind.
 */
const schema = buildASTSchema(parse(readFileSync(`${root}/supergraph.graphql`, 'utf8')), {
  assumeValid: true,
});

/** What a patient leads to and is no part of a record; who audits sees the patient of a case as such. */
const beyond = new Set([
  'Article',
  'ArticleConnection',
  'AuditedPatient',
  'BoardCase',
  'Institution',
  // Of the follow-up coordinator alone (`tests/messages.test.ts`).
  'Message',
  'Patient',
  'PatientNote',
  'NoteFile',
  // Entered by people (`tests/referrals.test.ts`).
  'Referral',
  'Task',
]);

/** Fields of which no record of the nation has a value. */
const NOT_IN_THE_NATION = new Set([
  // Of who died under a plan (`tests/messages.test.ts`).
  'FollowupPlan.closedAt',
  // Entered by people (`tests/contact-outcomes.test.ts`).
  'ContactOutcome.id',
  'ContactOutcome.outcome',
  'ContactOutcome.on',
  'ContactOutcome.note',
  'ContactOutcome.nextOn',
  'ContactOutcome.enteredBy',
  'ContactOutcome.enteredAt',
  'ContactOutcome.own',
  'ContactOutcome.takenBackBy',
  'ContactOutcome.takenBackAt',
  // Of a lesion that a volume names and that was seen before it, as few of the patients read have one (`tests/lesion-entry.test.ts`).
  'FirstFailure.on',
  'IrradiatedLesion.best',
  'IrradiatedLesion.controlledUntil',
  'IrradiatedLesion.failedOn',
  'IrradiatedLesionVisit.change',
  'IrradiatedLesionVisit.date',
  'IrradiatedLesionVisit.early',
  'IrradiatedLesionVisit.response',
  'IrradiatedLesionVisit.weeksAfter',
  // Of two programmes alone, as few of the patients read are in (`tests/screening.test.ts`).
  'ScreeningStanding.due',
  'Biomarker.amount',
  'Comorbidity.abatedOn',
  // Of access without a care relationship alone (`tests/attacks/records/break-glass.test.ts`).
  'EmergencyAccess.reason',
  'EmergencyAccess.until',
  'ImagingReport.text',
  'LaboratoryPoint.comparator',
  'LaboratoryPoint.digits',
  'LaboratoryPoint.notFinal',
  'Patient.emergencyAccess',
  'Quantity.comparator',
  'Quantity.digits',
  // Of a rise that waits for its repetition (`tests/surveillance.test.ts`).
  'MarkerCourse.repeatBy',
  'RadiotherapyVolume.fractionsPerDay',
  'RadiotherapyVolume.volumeType',
  // Of lymphoma, and of lesions that were equivocal first (RECIST's cases).
  'ResponseAssessment.notApplicable',
  'ResponseTimepoint.progressedOn',
  'Treatment.regimen',
  'Treatment.tumour',
  'Tumour.grade',
  'Tumour.laterality',
  'GenomicTest.region',
  // Of evidence that goes by a gene which was not tested, as few of the patients read have it (rule of CIViC's cases).
  'UndecidedEvidence.drugs',
  'UndecidedEvidence.evidenceId',
  'UndecidedEvidence.names',
  'UndecidedEvidence.open',
  'UndecidedEvidence.profile',
]);

let whole: WholeNation;
beforeAll(async () => {
  whole = await wholeNation();
}, 120_000);
afterAll(() => whole?.end());

test('every field of a patient’s records resolves, of every type', async () => {
  const principal = { ...everyone.CLINICIAN, institutionId: whole.institution };
  const ask = await wholeGraph(whole);
  const { selection, asked } = everyFieldOf(schema, 'Patient', beyond);
  const query = `{ patients(first: 50) { edges { node ${selection} } } }`;
  const { data, codes } = await ask(principal, query);
  expect(codes).toEqual([]);
  const met = fieldsWithValue(data);
  expect(asked.size).toBeGreaterThan(150);
  const never = [...asked].filter((field) => !met.has(field) && !NOT_IN_THE_NATION.has(field));
  expect(never).toEqual([]);
});
