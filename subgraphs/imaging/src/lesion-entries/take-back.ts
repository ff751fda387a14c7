import { decodePair, type SubgraphContext } from '@nodp/graph';
import { clashOf } from '@nodp/oncology';
import { type Change, keep, refused, type Version, versionOf, versionsOf } from './change.ts';
import { lesionsBeside, seenOf } from './seen.ts';

/** Withdraws a lesion that the institution entered: a version of its own, so that the former is retained. */
export const withdrawLesion = async (lesion: string, context: SubgraphContext): Promise<Change> => {
  const { patientId, id } = decodePair('Lesion', lesion);
  const found = await versionsOf(patientId, id, context);
  if ('no' in found) return found.no;
  const [latest] = found.versions;
  return latest.change === 'WITHDRAWN'
    ? refused('It is withdrawn already.', '该记录已撤回。')
    : keep(context, versionOf(latest, 'WITHDRAWN'));
};

/** Adds what stood before the latest version again; what was entered and never changed is withdrawn. */
export const undoLesion = async (lesion: string, context: SubgraphContext): Promise<Change> => {
  const { patientId, id } = decodePair('Lesion', lesion);
  const found = await versionsOf(patientId, id, context);
  if ('no' in found) return found.no;
  const [latest, before] = found.versions;
  if (before === undefined || before.change === 'WITHDRAWN')
    return keep(context, versionOf(before ?? latest, 'WITHDRAWN'));
  const version: Version = versionOf(before, latest.change === 'WITHDRAWN' ? 'ENTERED' : 'CHANGED');
  const clash = clashOf(
    seenOf(version),
    await lesionsBeside({ patientId, lesionId: id, tumourId: version.tumourId }, context),
  );
  return clash === null ? keep(context, version) : refused(clash.en, clash.zh);
};
