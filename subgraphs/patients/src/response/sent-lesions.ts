import type { LesionSeen } from '@nodp/oncology';

/** A lesion as the imaging subgraph shows it. */
export type SentLesion = LesionSeen & {
  /** Hospital and the hospital's key of the tumour. */
  readonly group: string;
  /** The tumour that was named when it was entered on the page; null elsewhere. */
  readonly tumour: string | null;
};

interface Referred {
  readonly lesion: string;
  readonly role: LesionSeen['role'];
  readonly state: LesionSeen['state'];
  readonly node: boolean;
  readonly group: string;
  readonly organ?:
    | {
        readonly code?: string | null | undefined;
        readonly label: { readonly en: string; readonly zh: string };
      }
    | null
    | undefined;
  readonly date?: string | null | undefined;
  readonly millimetres?: number | null | undefined;
  readonly modality?: string | null | undefined;
  readonly fieldPosition?: LesionSeen['field'] | undefined;
  readonly sliceMillimetres?: number | null | undefined;
  readonly tumour?: string | null | undefined;
}

const tenthsOf = (millimetres: number | null | undefined): number | null =>
  millimetres == null ? null : Math.round(millimetres * 10);

/** Lesions as the gateway passes them on. One whose day is not known is at no evaluation. */
export const sentLesions = (referred: readonly Referred[]): SentLesion[] =>
  referred.flatMap(({ organ, date, millimetres, modality, sliceMillimetres, tumour, ...said }) =>
    date == null || date.length !== 10
      ? []
      : [
          {
            ...{ lesion: said.lesion, role: said.role, state: said.state, node: said.node },
            ...{ group: said.group, day: date, tumour: tumour ?? null },
            organ: organ?.label ?? null,
            field: said.fieldPosition ?? null,
            organCode: organ?.code ?? null,
            tenths: tenthsOf(millimetres),
            modality: modality ?? null,
            slice: tenthsOf(sliceMillimetres),
          },
        ],
  );
