import { encodeId } from '@nodp/graph';
import { SYMPTOM_SETS, SYMPTOM_TERMS, symptomTerm } from '@nodp/oncology';
import type {
  MutationResolvers,
  PatientResolvers,
  QueryResolvers,
  SymptomAlertResolvers,
  SymptomAnswerResolvers,
  SymptomQuestionnaireResolvers,
  SymptomTermResolvers,
} from '../generated/resolvers.ts';
import { actOnSymptom, makeQuestionnaire, revokeQuestionnaire } from './ask.ts';
import { alertRows, inForce, questionnaireRows } from './rows.ts';

const termOf = (number: number) => ({ number });

const Query: QueryResolvers = {
  symptomLibrary: () => ({
    terms: SYMPTOM_TERMS.map(({ number }) => ({ number })),
    sets: SYMPTOM_SETS.map(({ terms, ...set }) => ({ ...set, terms: [...terms] })),
  }),
};

const Mutation: MutationResolvers = {
  makeSymptomQuestionnaire: (_, args, context) => makeQuestionnaire(args, context),
  revokeSymptomQuestionnaire: (_, args, context) => revokeQuestionnaire(args, context),
  actOnSymptomAlert: (_, args, context) => actOnSymptom(args, context),
};

const Patient: PatientResolvers = {
  symptomQuestionnaires: ({ patientId }, _, context) =>
    context.once(questionnaireRows).load(patientId),
  symptomAlerts: ({ patientId }, _, context) => context.once(alertRows).load(patientId),
};

const SymptomTerm: SymptomTermResolvers = {
  name: ({ number }) => symptomTerm(number)?.name ?? { en: String(number), zh: String(number) },
};

const SymptomQuestionnaire: SymptomQuestionnaireResolvers = {
  id: ({ patientId, id }) => encodeId('SymptomQuestionnaire', patientId, id),
  terms: ({ terms }) => terms.map(termOf),
  answers: ({ answers }) => [...answers],
};

const SymptomAnswer: SymptomAnswerResolvers = {
  term: ({ term }) => ({ number: term }),
  said: ({ term, answers }) =>
    answers.flatMap((value, index) => {
      const item = symptomTerm(term)?.items[index];
      const choice = item?.choices.find((one) => one.value === value);
      return item && choice ? [{ question: item.question, answer: choice.label }] : [];
    }),
  grade: async ({ grade }, _, context) => ((await context.once(inForce)) ? grade : null),
};

const SymptomAlert: SymptomAlertResolvers = {
  id: ({ patientId, id }) => encodeId('SymptomAlert', patientId, id),
  term: ({ term }) => ({ number: term }),
};

export const resolvers = {
  Query,
  Mutation,
  Patient,
  SymptomTerm,
  SymptomQuestionnaire,
  SymptomAnswer,
  SymptomAlert,
};
