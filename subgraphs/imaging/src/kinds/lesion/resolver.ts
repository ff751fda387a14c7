import { codeOrNullOf, dateOf, encodeId } from '@nodp/graph';
import type {
  LesionEntryResolvers,
  LesionMeasurementResolvers,
  MutationResolvers,
  PatientResolvers,
} from '../../generated/resolvers.ts';
import { changeLesion, enterLesion } from '../../lesion-entries/enter.ts';
import { type EntryRow, entryRows, type LesionRow, lesionRows } from '../../lesion-entries/rows.ts';
import { undoLesion, withdrawLesion } from '../../lesion-entries/take-back.ts';

export type LesionMeasurementModel = LesionRow;
/** A version, and whether it is the latest of its lesion and day. */
export type LesionEntryModel = EntryRow & { readonly latest: boolean };

const millimetres = (tenths: number | null): number | null =>
  tenths === null ? null : tenths / 10;

const LesionMeasurement: LesionMeasurementResolvers = {
  id: ({ patientId, id }) => encodeId('Lesion', patientId, id),
  organ: codeOrNullOf('organ'),
  date: dateOf('measured'),
  millimetres: ({ tenths }) => millimetres(tenths),
  sliceMillimetres: ({ sliceTenths }) => millimetres(sliceTenths),
  modality: ({ modality }) => modality,
  own: ({ enteredBy, institutionId }, _, context) =>
    enteredBy !== null && institutionId === context.session.principal.institutionId,
  tumour: ({ patientId, tumourId }) =>
    tumourId === null ? null : encodeId('Tumour', patientId, tumourId),
  group: ({ institutionId, tumourSourceId }) => `${institutionId} ${tumourSourceId ?? ''}`.trim(),
};

const LesionEntry: LesionEntryResolvers = {
  lesion: ({ patientId, lesionId }) => encodeId('Lesion', patientId, lesionId),
  name: ({ lesion }) => lesion,
  date: ({ measuredOn }) => measuredOn ?? '',
  millimetres: ({ tenths }) => millimetres(tenths),
  by: ({ enteredBy }) => enteredBy,
  at: ({ enteredAt }) => enteredAt,
  undoable: ({ latest, institutionId }, _, context) =>
    latest && institutionId === context.session.principal.institutionId,
};

const Patient: PatientResolvers = {
  lesions: ({ patientId }, _, context) => context.once(lesionRows).load(patientId),
  lesionEntries: async ({ patientId }, _, context) => {
    const seen = new Set<string>();
    return (await context.once(entryRows).load(patientId)).map((row) => {
      const latest = !seen.has(row.lesionId);
      seen.add(row.lesionId);
      return { ...row, latest };
    });
  },
};

const Mutation: MutationResolvers = {
  enterLesion: (_, { patient, input }, context) => enterLesion(patient, input, context),
  changeLesion: (_, { lesion, input }, context) => changeLesion(lesion, input, context),
  withdrawLesion: (_, { lesion }, context) => withdrawLesion(lesion, context),
  undoLesion: (_, { lesion }, context) => undoLesion(lesion, context),
};

export const resolvers = { Patient, LesionMeasurement, LesionEntry, Mutation };
