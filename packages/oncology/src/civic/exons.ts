/**
 * First and last residue of exons that evidence is given for by number, of the MANE Select transcripts. EGFR: facts of the
 * clinical board's source, to be verified against MANE; the others as published, not read again. A gene that is not listed is
 * matched by its exon only where the report names the exon.
 */
const EXONS: Readonly<Record<string, Readonly<Record<number, readonly [number, number]>>>> = {
  EGFR: { 18: [688, 728], 19: [729, 761], 20: [762, 823], 21: [824, 875] },
  ERBB2: { 20: [770, 831] },
  KRAS: { 2: [1, 37], 3: [38, 97], 4: [98, 150] },
  NRAS: { 2: [1, 37], 3: [38, 97], 4: [98, 150] },
  HRAS: { 2: [1, 37], 3: [38, 97], 4: [98, 150] },
  BRAF: { 15: [581, 620] },
  KIT: { 9: [449, 514], 11: [550, 591], 13: [627, 664], 17: [788, 828] },
};

/** Whether residues lie within exons of a gene; null where its exons are not listed. */
export const liesInExons = (
  gene: string,
  residues: { readonly from: number; readonly to: number },
  first: number,
  last: number,
): boolean | null => {
  const exons = Object.hasOwn(EXONS, gene) ? EXONS[gene] : undefined;
  const begin = exons?.[first]?.[0];
  const end = exons?.[last]?.[1];
  if (begin === undefined || end === undefined) return null;
  return residues.from >= begin && residues.to <= end;
};
