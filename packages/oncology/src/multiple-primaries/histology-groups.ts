import type { Label } from '@nodp/terminology';

/**
 * Histologies that count as one when primaries of one site are told apart. Source: International Rules for Multiple
 * Primary Cancers (ICD-O third edition), IACR/IARC/ENCR, Lyon 2004, table 2; the numbers are the table's own. Codes that
 * ICD-O-3.1 and 3.2 added stand with the group of their lineage (9597, primary cutaneous follicle centre lymphoma: B-cell).
 */
const GROUPS: Readonly<Record<number, string>> = {
  1: '8051-8084 8120-8131',
  2: '8090-8110',
  3: '8140-8149 8160-8162 8190-8221 8260-8337 8350-8551 8570-8576 8940-8941',
  4: '8030-8046 8150-8157 8170-8180 8230-8255 8340-8347 8560-8562 8580-8671',
  5: '8010-8015 8020-8022 8050',
  6: '8680-8713 8800-8921 8990-8991 9040-9044 9120-9125 9130-9138 9141-9252 9370-9373 9540-9582',
  7: '9050-9055',
  8: '9840 9861-9931 9945-9946 9950 9961-9969 9980-9987 9991-9993',
  9: '9597 9670-9699 9712 9728 9731-9738 9761-9767 9769 9811-9818 9823-9826 9833 9836 9940',
  10: '9700-9711 9713-9719 9724-9726 9729 9768 9827-9831 9834 9837 9948',
  11: '9650-9667',
  12: '9740-9742',
  13: '9749-9759',
  14: '9590-9591 9596 9727 9760 9800-9801 9805-9809 9820 9832 9835 9860 9960 9970-9971 9975 9989',
  15: '9140',
  16: '8720-8790 8930-8936 8950-8983 9000-9030 9060-9110 9260-9365 9380-9539',
  17: '8000-8009',
};

const RANGES = Object.entries(GROUPS).flatMap(([group, ranges]) =>
  ranges.split(' ').map((range) => {
    const [from = '', to = from] = range.split('-');
    return { group: Number(group), from: Number(from), to: Number(to) };
  }),
);

export const CARCINOMA_UNSPECIFIED = 5;
export const HAEMATOPOIETIC_UNSPECIFIED = 14;
export const UNSPECIFIED = 17;

/** The group, 1 to 17; `UNSPECIFIED` where no histology is known or the table has none for it. */
export const histologyGroup = (morphology: string | null): number => {
  const histology = Number(morphology?.slice(0, 4) ?? Number.NaN);
  return RANGES.find(({ from, to }) => histology >= from && histology <= to)?.group ?? UNSPECIFIED;
};

/** Whether the table holds the histology for specific: groups 5, 14 and 17 say less than others do. */
export const isSpecific = (group: number): boolean =>
  group !== CARCINOMA_UNSPECIFIED && group !== HAEMATOPOIETIC_UNSPECIFIED && group !== UNSPECIFIED;

/** Haematopoietic tumours (groups 8 to 14) and Kaposi sarcoma (15) are counted once in a person, wherever they are (rule 4.1). */
export const isSystemic = (group: number): boolean => group >= 8 && group <= 15;

/** Names of the groups 1 to 17, in order. */
export const HISTOLOGY_GROUP_LABELS: readonly Label[] = [
  ['Squamous and transitional cell carcinomas', '鳞状细胞癌和移行细胞癌'],
  ['Basal cell carcinomas', '基底细胞癌'],
  ['Adenocarcinomas', '腺癌'],
  ['Other specific carcinomas', '其他特指的癌'],
  ['Unspecified carcinomas', '未特指的癌'],
  ['Sarcomas and other soft tissue tumours', '肉瘤及其他软组织肿瘤'],
  ['Mesothelioma', '间皮瘤'],
  ['Myeloid neoplasms', '髓系肿瘤'],
  ['B-cell neoplasms', 'B细胞肿瘤'],
  ['T-cell and NK-cell neoplasms', 'T细胞和NK细胞肿瘤'],
  ['Hodgkin lymphoma', '霍奇金淋巴瘤'],
  ['Mast-cell tumours', '肥大细胞肿瘤'],
  ['Histiocytes and accessory lymphoid cells', '组织细胞及附属淋巴样细胞肿瘤'],
  ['Unspecified haematopoietic neoplasms', '未特指的造血系统肿瘤'],
  ['Kaposi sarcoma', '卡波西肉瘤'],
  ['Other specified neoplasms', '其他特指的肿瘤'],
  ['Unspecified neoplasms', '未特指的肿瘤'],
].map(([en = '', zh = '']) => ({ en, zh }));
