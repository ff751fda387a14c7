import type { DiseaseFacts } from '../facts.ts';

/** The histology as a number; null where it is not known, or says no more than neoplasm (8000 to 8009). */
export const histologyOf = ({ histology }: DiseaseFacts): number | null => {
  const code = Number(histology);
  return histology === null || !Number.isInteger(code) || code < 8010 ? null : code;
};

const within = (code: number, ...ranges: readonly (readonly [number, number])[]): boolean =>
  ranges.some(([from, to]) => code >= from && code <= to);

/** Small cell carcinoma of the lung (ICD-O-3 8041 to 8045). */
export const isSmallCell = (code: number): boolean => within(code, [8041, 8045]);
export const isSquamous = (code: number): boolean => within(code, [8050, 8078], [8083, 8084]);
export const isAdenocarcinoma = (code: number): boolean =>
  within(
    code,
    [8140, 8149],
    [8160, 8163],
    [8190, 8221],
    [8250, 8263],
    [8310, 8337],
    [8350, 8551],
    [8570, 8576],
  );
/** Carcinoma of liver cells (ICD-O-3 8170 to 8175). */
export const isHepatocellular = (code: number): boolean => within(code, [8170, 8175]);
export const isCholangiocarcinoma = (code: number): boolean => within(code, [8160, 8162]);
export const isNeuroendocrine = (code: number): boolean =>
  within(code, [8013, 8013], [8240, 8249], [8041, 8045]);
