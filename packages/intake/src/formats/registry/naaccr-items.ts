/** Items of the NAACCR data standard that are read, by their XML ids, with their columns in the flat file of version 18 (from 1). */
const COLUMNS = {
  tumorRecordNumber: [40, 41],
  patientIdNumber: [42, 49],
  sex: [222, 222],
  dateOfBirth: [226, 233],
  dateOfDiagnosis: [544, 551],
  primarySite: [554, 557],
  laterality: [558, 558],
  histologicTypeIcdO3: [564, 567],
  behaviorCodeIcdO3: [568, 568],
  diagnosticConfirmation: [576, 576],
  dateOfLastContact: [2775, 2782],
  vitalStatus: [2785, 2785],
} as const;

/** Items of the XML file alone that are read: names stand in no incidence record. */
const ONLY_XML = ['nameLast', 'nameFirst'] as const;

/** Everything else of a tumour, as it was sent. */
export const OTHER = 'otherItems';

/** The header of a file of NAACCR, of either form. */
export const NAACCR_HEADER: readonly string[] = [...Object.keys(COLUMNS), ...ONLY_XML, OTHER];

/** The items of a line of the flat file. */
export const itemsOfLine = (line: string): Map<string, string> =>
  new Map(
    Object.entries(COLUMNS).map(([item, [from, to]]) => [item, line.slice(from - 1, to).trim()]),
  );

/** A tumour's items as a row under that header. @param rest where it was written down as a whole */
export const cellsOfItems = (items: ReadonlyMap<string, string>, rest?: string): string[] => {
  const read = new Set(NAACCR_HEADER);
  const other =
    rest ??
    [...items]
      .filter(([item]) => !read.has(item))
      .map((of) => of.join('='))
      .join('; ');
  return NAACCR_HEADER.map((item) => (item === OTHER ? other : (items.get(item) ?? '')));
};
