/**
 * Parts of units that UCUM would take for others which no laboratory or ward measures in, or does not know: capitals of
 * systems that have no small letters (MG is a megagauss, ML a megalitre, Mg a megagram, AU an astronomical unit), informal
 * and full words.
 */
const PARTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    MG: 'mg',
    Mg: 'mg',
    PG: 'pg',
    NG: 'ng',
    UG: 'ug',
    ML: 'mL',
    Ml: 'mL',
    UL: 'uL',
    FL: 'fL',
    Fl: 'fL',
    MMOL: 'mmol',
    Mmol: 'mmol',
    UMOL: 'umol',
    Umol: 'umol',
    NMOL: 'nmol',
    PMOL: 'pmol',
    MM: 'mm',
    Mm: 'mm',
    CM: 'cm',
    mcg: 'ug',
    MCG: 'ug',
    gm: 'g',
    GM: 'g',
    cc: 'mL',
    GY: 'Gy',
    gy: 'Gy',
    cgy: 'cGy',
    CGY: 'cGy',
    kpa: 'kPa',
    KPA: 'kPa',
    KPa: 'kPa',
    Kpa: 'kPa',
    AU: "[arb'U]",
    copies: '{copies}',
    copy: '{copies}',
    '24h': '(24.h)',
    '24hr': '(24.h)',
    '24hrs': '(24.h)',
    '1h': 'h',
    hr: 'h',
    Hr: 'h',
    HR: 'h',
    H: 'h',
    kgH2O: 'kg',
    cmH2O: 'cm[H2O]',
    cmh2o: 'cm[H2O]',
    mmH2O: 'mm[H2O]',
    mmh2o: 'mm[H2O]',
    HP: '[HPF]',
    HPF: '[HPF]',
    hpf: '[HPF]',
    LP: '[LPF]',
    LPF: '[LPF]',
    lpf: '[LPF]',
    jin: '500.g',
  }),
);

/** What stands alone for a unit that its letters would not be: molar concentrations, beats a minute, seconds of clotting. */
const WHOLE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    // Grams a litre have a small g; a gauss per litre is measured nowhere.
    'G/L': '10*9/L',
    'Giga/L': '10*9/L',
    mM: 'mmol/L',
    uM: 'umol/L',
    nM: 'nmol/L',
    pM: 'pmol/L',
    S: 's',
    bpm: '/min',
    BPM: '/min',
    HU: "[hnsf'U]",
    Hu: "[hnsf'U]",
    'pack-year': '{PackYears}',
    'pack-years': '{PackYears}',
    packyears: '{PackYears}',
    'mg%': 'mg/dL',
    'g%': 'g/dL',
    '‰': '[ppth]',
    'gm%': 'g/dL',
    'ug%': 'ug/dL',
    百分比: '%',
    比值: '1',
    比率: '1',
    'mOsm/kg·H2O': 'mosm/kg',
    'mOsm/kg.H2O': 'mosm/kg',
    mGy·cm: 'mGy.cm',
    'mGy*cm': 'mGy.cm',
    'ug/kg·min': 'ug/kg/min',
  }),
);

/** Clearances of 1.73 m² of body surface, however the surface is divided by. */
const SURFACE = /^(m[lL]|ML)[/.·⋅•*]?(?:\/?\(?min)[/.·⋅•*x]?(?:per)?\(?\{?1[._]73_?m\^?2\}?\)*$/;

/** A unit with its informal parts as UCUM writes them; what is not informal stays as it is. */
export function tidied(text: string): string {
  const whole = WHOLE.get(text);
  if (whole !== undefined) return whole;
  if (SURFACE.test(text)) return 'mL/min/{1.73_m2}';
  return text
    .replace(/\((FEU|DDU)\)$/i, (_, kind: string) => `{${kind.toUpperCase()}}`)
    .replace(/(?<=[A-Za-z])(FEU|DDU)$/, '{$1}')
    .replace(/(?<=\/(?:m?g|m?mol))Cr(?:ea(?:tinine)?)?$/i, '{creat}')
    .replace(/^[x*]?(?:10[(~^e'’∧x]\+?|10的|E\+?)(\d+)(?:\)|次方)?(?=\/)/i, '10^$1')
    .replace(/^[x*]10\^/i, '10^')
    .replace(/^thou(?:sand)?(?=\/)/i, '10^3')
    .replace(/^mill?(?:ion)?(?=\/)/i, '10^6')
    .replace(/\/100m[lL]$/, '/dL')
    .replace(/\/cu?mm$/i, '/mm3')
    .replace(/(?<=[a-zA-Z])\^([23])(?=$|[/.)])/g, '$1')
    .split('/')
    .map((part) => PARTS.get(part) ?? part)
    .join('/');
}
