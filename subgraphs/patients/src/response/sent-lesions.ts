import type { LesionSeen } from '@nodp/oncology';

/** A lesion as the imaging subgraph shows it. */
export type SentLesion = LesionSeen & {
  /** Hospital and the hospital's key of the tumour. */
  readonly group: string;
};

interface Referred {
  readonly lesion: string;
  readonly role: LesionSeen['role'];
  readonly state: LesionSeen['state'];
  readonly node: boolean;
  readonly group: string;
  readonly organ?:
    | { readonly label: { readonly en: string; readonly zh: string } }
    | null
    | undefined;
  readonly date?: string | null | undefined;
  readonly millimetres?: number | null | undefined;
  readonly modality?: string | null | undefined;
}

/** Lesions as the gateway passes them on. One whose day is not known is at no evaluation. */
export const sentLesions = (referred: readonly Referred[]): SentLesion[] =>
  referred.flatMap(({ lesion, role, state, node, group, organ, date, millimetres, modality }) =>
    date == null || date.length !== 10
      ? []
      : [
          {
            ...{ lesion, role, state, node, group, day: date },
            organ: organ?.label ?? null,
            tenths: millimetres == null ? null : Math.round(millimetres * 10),
            modality: modality ?? null,
          },
        ],
  );
