/** A handful of each code, so that random criteria often meet random rows. */
export const siteIds = ['lung', 'breast', 'stomach', 'liver'] as const;
export const provinceCodes = ['110000', '310000', '440000'] as const;
export const drugIds = ['L01XA01', 'L01XA02', 'L01CD01'] as const;
export const regimenIds = ['TP', 'GP'] as const;
export const biomarkerIds = ['EGFR', 'HER2'] as const;
