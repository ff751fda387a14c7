/** A handful of each code, so that random criteria often meet random rows. */
export const siteIds = ['lung', 'breast', 'stomach', 'liver', 'brain', 'other-endocrine'] as const;
export const provinceCodes = ['110000', '310000', '440000'] as const;
export const drugIds = [
  'cisplatin',
  'toripalimab',
  'camrelizumab',
  'sent:experimental pd-1, no. 7',
] as const;
export const regimenIds = ['TP', 'GP'] as const;
export const analyteCodes = ['2039-6', '2857-1'] as const;
export const geneSymbols = ['EGFR', 'KRAS', 'ALK'] as const;
export const biomarkerIds = ['EGFR', 'HER2', 'sent:cd20'] as const;
