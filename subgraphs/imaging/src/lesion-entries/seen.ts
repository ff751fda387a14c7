import { codedOrNull, type SubgraphContext } from '@nodp/graph';
import type { LesionSeen } from '@nodp/oncology';
import { type LesionRow, lesionRows } from './rows.ts';

type Said = Pick<
  LesionRow,
  | 'lesion'
  | 'role'
  | 'state'
  | 'node'
  | 'organSystem'
  | 'organCode'
  | 'organDisplay'
  | 'measuredOn'
  | 'tenths'
  | 'modality'
  | 'sliceTenths'
>;

/** A row as the rules are asked of it. */
export const seenOf = (row: Said): LesionSeen => ({
  lesion: row.lesion,
  role: row.role,
  state: row.state,
  node: row.node,
  organ: codedOrNull(row.organSystem, row.organCode, row.organDisplay)?.label ?? null,
  organCode: row.organCode,
  day: row.measuredOn ?? '',
  tenths: row.tenths,
  modality: row.modality,
  slice: row.sliceTenths,
});

/** The institution's lesions of the same tumour on days that are known, one of them left out. */
export const lesionsBeside = async (
  {
    patientId,
    lesionId,
    tumourId,
  }: Pick<LesionRow, 'patientId' | 'tumourId'> & { readonly lesionId: string },
  context: SubgraphContext,
): Promise<LesionSeen[]> => {
  const own = context.session.principal.institutionId;
  const rows = await context.once(lesionRows).load(patientId);
  return rows
    .filter(
      (row) =>
        row.id !== lesionId &&
        row.institutionId === own &&
        row.measuredPrecision === 'day' &&
        // What a system sent names its tumour by a key of its own.
        (row.enteredBy === null || row.tumourId === tumourId),
    )
    .map(seenOf);
};
