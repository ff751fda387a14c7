import type { Shown } from '@nodp/database/tables';
import { codeOrNullOf, dateOf, latestFirst, recordIds, recordsOf } from '@nodp/graph';
import type { PatientResolvers, RadiotherapyVolumeResolvers } from '../../generated/resolvers.ts';
import { biologicalDoseOf } from '../../response/biological-dose.ts';
import { radiotherapyVolume } from './table.ts';

export type RadiotherapyVolumeModel = Shown<typeof radiotherapyVolume>;

const idOf = recordIds('rtv');

/** Latest first, the volumes of a course together and by dose. */
export const volumeRows = recordsOf(
  radiotherapyVolume,
  latestFirst(radiotherapyVolume.startedOn),
  radiotherapyVolume.courseSourceId,
  latestFirst(radiotherapyVolume.deliveredCentigray),
);

const gray = (centigray: number | null): number | null =>
  centigray === null ? null : centigray / 100;

const RadiotherapyVolume: RadiotherapyVolumeResolvers = {
  id: ({ patientId, id }) => idOf(patientId, id),
  course: ({ institutionId, courseSourceId }) => `${institutionId} ${courseSourceId}`,
  volumeType: codeOrNullOf('volumeType'),
  site: codeOrNullOf('site'),
  deliveredGray: ({ deliveredCentigray }) => gray(deliveredCentigray),
  plannedGray: ({ plannedCentigray }) => gray(plannedCentigray),
  startedOn: dateOf('started'),
  endedOn: dateOf('ended'),
  institution: ({ institutionId }) => ({ institutionId }),
  biologicalDose: (volume, _, context) => biologicalDoseOf(volume, context),
};

const Patient: PatientResolvers = {
  radiotherapyVolumes: ({ patientId }, _, context) => context.once(volumeRows).load(patientId),
};

export const resolvers = { Patient, RadiotherapyVolume };
