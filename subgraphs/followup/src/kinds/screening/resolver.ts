import type { Shown } from '@nodp/database/tables';
import { dateOf, encodeId, nationalDay, recordsOf } from '@nodp/graph';
import { SCREENING_PROGRAMMES } from '@nodp/oncology';
import { sql } from 'drizzle-orm';
import type {
  PatientResolvers,
  QueryResolvers,
  ScreeningProgrammeResolvers,
  ScreeningRoundResolvers,
  ScreeningStandingResolvers,
} from '../../generated/resolvers.ts';
import { screeningCounts, screeningPersons, standingRows } from '../../screening/persons.ts';
import {
  cannotLabel,
  eligibleWords,
  meaningOf,
  programmeLabel,
  programmeOf,
  shownStep,
  stepLabel,
  testLabel,
} from '../../screening/programmes.ts';
import { screening } from './table.ts';

export type ScreeningRoundModel = Shown<typeof screening>;

const MOST = 200;
const rows = recordsOf(
  screening,
  sql`coalesce(${screening.testedOn}, ${screening.declinedOn}, ${screening.invitedOn}) desc`,
);

const ScreeningRound: ScreeningRoundResolvers = {
  id: ({ patientId, id }) => encodeId('ScreeningRound', patientId, id),
  programme: ({ programme }) => programmeLabel(programme),
  invited: dateOf('invited'),
  declined: dateOf('declined'),
  tested: dateOf('tested'),
  test: ({ programme, test }) => testLabel(programme, test),
  meaning: ({ programme, test, result }) => meaningOf(programme, test, result),
};

const ScreeningProgramme: ScreeningProgrammeResolvers = {
  eligible: ({ eligibility }) => eligibleWords(eligibility),
  source: ({ eligibility }) => eligibility.source,
};

const ScreeningStanding: ScreeningStandingResolvers = {
  id: ({ patientId, programme }) => `${encodeId('Patient', patientId)}.${programme}`,
  patient: ({ patientId }) => ({ patientId }),
  programme: ({ programme }) => {
    const known = programmeOf(programme);
    if (known === null) throw new RangeError(`no programme ${programme}`);
    return known;
  },
  step: ({ step }) => shownStep(step),
  stepLabel: ({ step }) => stepLabel(step),
  invited: ({ invitedOn }) => invitedOn,
  tested: ({ testedOn }) => testedOn,
  test: ({ programme, test }) => testLabel(programme, test),
  due: ({ dueOn }) => dueOn,
  overdue: ({ dueOn }) => dueOn !== null && dueOn < nationalDay(new Date()),
  cannot: ({ cannot }) => cannotLabel(cannot),
  diagnosed: ({ diagnosedOn }) => diagnosedOn,
  intervalCancer: ({ isIntervalCancer }) => isIntervalCancer,
  intervalCannot: ({ intervalCannot }) => cannotLabel(intervalCannot),
};

const Query: QueryResolvers = {
  screeningProgrammes: () => Object.values(SCREENING_PROGRAMMES),
  screeningPersons: (_, args, context) => screeningPersons(args, context),
  screeningCounts: (_, { programme }, context) => screeningCounts(programme, context),
};

const Patient: PatientResolvers = {
  screening: ({ patientId }, _, context) => context.once(standingRows).load(patientId),
  screeningRounds: async ({ patientId }, _, context) =>
    (await context.once(rows).load(patientId)).slice(0, MOST),
};

export const resolvers = { Query, Patient, ScreeningProgramme, ScreeningRound, ScreeningStanding };
