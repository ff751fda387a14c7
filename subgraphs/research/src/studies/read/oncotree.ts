import type { SiteGroupId } from '@nodp/terminology';

/**
 * OncoTree codes whose site is sure, by site group: tissues of one site, and tumours that occur in one alone. Codes of several sites
 * (SCC, NEC, sarcomas, unknown primaries) are left as they are sent. Source: OncoTree (MSK), release 2021-11-02, its branches by tissue.
 */
const CODES: Readonly<Partial<Record<SiteGroupId, string>>> = {
  lung: 'LUNG NSCLC LUAD LUSC LUAS LCLC SCLC LNET LUCA ATLUNG LUPC LUMEC LUACC SPCC CSCLC NSCLCPD LUNE',
  breast: 'BREAST BRCA IDC ILC MDLC IBC BRCNOS BRCANOS DCIS LCIS MBC MPT SPC IMMC ADMBC',
  colorectum: 'BOWEL COADREAD COAD READ CAIS MACR SRCCR ANSC',
  stomach: 'STAD DSTAD ISTAD TSTAD MSTAD PSTAD SSRCC',
  oesophagus: 'ESCA ESCC',
  liver: 'LIVER HCC IHCH FLC HCCIHCH LIHB LIAD UESL',
  cervix: 'CERVIX CESC CEAD CEMN CESE CENE ECAD CEEN',
  thyroid: 'THYROID THPA THFO THME THAP THPD THHC THYC HTAT',
  prostate: 'PROSTATE PRAD PRSCC PRNE BCCP',
  nasopharynx: 'NPC',
  pancreas: 'PANCREAS PAAD PANET PAAC PB SPN IPMN PAASC UCP',
  'corpus-uteri': 'UTERUS UCEC UEC USC UCS UCCC UMEC ULMS ESS UDDC',
  ovary: 'OVARY HGSOC LGSOC SOC CCOV EOV MOV OCS SBOV MBOV GRCT',
  bladder: 'BLCA BLSC BLAD SCBC',
  kidney: 'KIDNEY RCC CCRCC PRCC CHRCC MTSCC WT URCC UTUC CDRCC',
  melanoma: 'SKCM ACRM DESM',
  brain: 'BRAIN GBM GB ASTR AASTR ODG AODG DIPG MBL PXA PAST OAST AOAST ATRT',
  gallbladder: 'GBC EHCH',
  testis: 'TESTIS',
  mesothelioma: 'PLMESO PEMESO PLBMESO PLEMESO PLSMESO',
};

const byCode: ReadonlyMap<string, SiteGroupId> = new Map(
  Object.entries(CODES).flatMap(([site, codes]) =>
    codes.split(' ').map((code) => [code, site as SiteGroupId] as const),
  ),
);

/** The site group of an OncoTree code where it is sure; null of others, which stand as they were sent. */
export const siteOfOncoTree = (code: string | null): SiteGroupId | null =>
  code === null ? null : (byCode.get(code.trim().toUpperCase()) ?? null);
