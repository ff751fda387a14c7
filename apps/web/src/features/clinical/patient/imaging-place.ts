/** Where a study stands in the imaging section, as the hash of its address. */
export const placeOfStudy = (study: { readonly id: string }): string => `study-${study.id}`;
