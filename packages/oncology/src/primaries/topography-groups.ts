/**
 * Topographies that count as one site where reports of one tumour are told from reports of two. Source: International
 * Rules for Multiple Primary Cancers, IACR/IARC/ENCR, Lyon 2004, table 1; single categories stand for themselves.
 */
const GROUPS: readonly (readonly string[])[] = [
  ['C01', 'C02'],
  ['C00', 'C03', 'C04', 'C05', 'C06'],
  ['C09', 'C10', 'C12', 'C13', 'C14'],
  ['C19', 'C20'],
  ['C23', 'C24'],
  ['C33', 'C34'],
  ['C40', 'C41'],
  ['C65', 'C66', 'C67', 'C68'],
];
const headOf: ReadonlyMap<string, string> = new Map(
  GROUPS.flatMap((group) => group.map((category) => [category, group[0] as string] as const)),
);
/** Ill-defined or unknown: C26, C39, C76 and C80 contradict no site; blood, marrow and nodes are places of systemic disease. */
const ANYWHERE = new Set(['C26', 'C39', 'C42', 'C76', 'C77', 'C80']);

/** The group's first category, `C00` to `C80`, whatever it says; null where no site is known. */
export const organOf = (topography: string | null): string | null => {
  const category = topography?.slice(0, 3) ?? null;
  return category === null ? null : (headOf.get(category) ?? category);
};

/** The group's first category, `C00` to `C80`; null where the site is not known well enough to contradict another. */
export const topographyGroup = (topography: string | null): string | null => {
  const category = topography?.slice(0, 3) ?? null;
  return category === null || ANYWHERE.has(category) ? null : organOf(category);
};
