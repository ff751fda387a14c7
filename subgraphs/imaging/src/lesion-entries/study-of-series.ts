import type { SubgraphContext } from '@nodp/graph';
import { studyRows } from '../kinds/imaging-study/rows.ts';

/** The patient's study that has a series; null where none has it, without a study where none was named. */
export const studyOfSeries = async (
  patientId: string,
  seriesUid: string | null,
  context: SubgraphContext,
): Promise<{ readonly studyUid: string | null } | null> => {
  if (seriesUid === null) return { studyUid: null };
  const studies = await context.once(studyRows).load(patientId);
  const found = studies.find(({ series, held }) =>
    [...series, ...held].some(({ uid }) => uid === seriesUid),
  );
  return found === undefined ? null : { studyUid: found.studyInstanceUid };
};
