import type { Window } from './stage/viewport.tsx';

/** Windows of CT in Hounsfield units, as radiologists set them. */
export const CT_WINDOWS = {
  softTissue: { centre: 40, width: 400 },
  lung: { centre: -600, width: 1500 },
  mediastinum: { centre: 50, width: 350 },
  bone: { centre: 400, width: 1800 },
  brain: { centre: 40, width: 80 },
  liver: { centre: 60, width: 160 },
} as const satisfies Readonly<Record<string, Window>>;
export type CtWindow = keyof typeof CT_WINDOWS;

const CHEST: readonly CtWindow[] = ['lung', 'mediastinum', 'bone'];
const ABDOMEN: readonly CtWindow[] = ['softTissue', 'liver', 'bone'];
const HEAD: readonly CtWindow[] = ['brain', 'bone', 'softTissue'];

const first = (bodyPart: string): readonly CtWindow[] => {
  if (/HEAD|BRAIN|SKULL/.test(bodyPart)) return HEAD;
  return /CHEST|THORAX|LUNG/.test(bodyPart) ? CHEST : ABDOMEN;
};

/** Windows of CT, those of a body part (DICOM's Body Part Examined) before the others. */
export const windowsOf = (bodyPart: string): readonly CtWindow[] => {
  const own = first(bodyPart.toUpperCase());
  return [...own, ...(Object.keys(CT_WINDOWS) as CtWindow[]).filter((one) => !own.includes(one))];
};
