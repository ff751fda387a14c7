import { qualityIndicator } from '@nodp/oncology';
import type { CareCaseResolvers } from '../generated/resolvers.ts';

const NOT_DATED = '0001-01-01';

export const CareCase: CareCaseResolvers = {
  id: ({ patientId, tumourId, code }) =>
    Buffer.from(`${patientId} ${tumourId} ${code}`).toString('base64url'),
  // Kept by a version of the indicators that knew it.
  title: ({ code }) => qualityIndicator(code)?.title ?? { en: code, zh: code },
  diagnosed: ({ diagnosedOn }) => (diagnosedOn === NOT_DATED ? null : diagnosedOn),
  patient: ({ patientId }) => ({ patientId }),
  audited: ({ patientId }) => ({ patientId }),
};
