import { type ColumnRule, type CsvMapping, isHeaderOf, plain } from '../csv/mapping.ts';
import { NAACCR_HEADER } from './naaccr-items.ts';

const SIDES = { '1': 'right', '2': 'left', '4': 'both' };
const empty = (codes: string): Record<string, string> =>
  Object.fromEntries([...codes].map((code) => [code, '']));

const dead = { column: 'vitalStatus', is: ['0', '4'] };

const naaccrPatient: Readonly<Record<string, ColumnRule>> = {
  patient_id: { from: ['patientIdNumber'] },
};

/** NAACCR's items: XML of any version, and the flat file of version 18. */
const naaccr: CsvMapping = {
  name: 'NAACCR',
  header: [...NAACCR_HEADER],
  kinds: [
    {
      kind: 'patient',
      repeats: true,
      // An incidence record has no name.
      without: ['name'],
      columns: {
        ...naaccrPatient,
        name: { from: ['nameLast', 'nameFirst'], join: ', ' },
        sex: {
          from: ['sex'],
          // 3 to 6: what the standard says of intersex and transgender persons.
          values: {
            ...{ '1': 'male', '2': 'female', '9': 'unknown' },
            ...{ '3': 'other', '4': 'other', '5': 'other', '6': 'other' },
          },
        },
        birth_date: { from: ['dateOfBirth'], dates: 'registry' },
        vital_status: { from: ['vitalStatus'], values: { '1': 'alive', '0': 'dead', '4': 'dead' } },
        death_date: { from: ['dateOfLastContact'], dates: 'registry', when: dead },
      },
    },
    {
      kind: 'tumour',
      // Registries code the site in ICD-O-3.
      without: ['icd10', 'diagnosis_date'],
      columns: {
        ...naaccrPatient,
        record_id: { from: ['patientIdNumber', 'tumorRecordNumber'], join: '-' },
        diagnosis_date: { from: ['dateOfDiagnosis'], dates: 'registry' },
        topography: { from: ['primarySite'] },
        morphology: { from: ['histologicTypeIcdO3', 'behaviorCodeIcdO3'], join: '/' },
        laterality: { from: ['laterality'], values: { ...SIDES, ...empty('03579') } },
        basis_of_diagnosis: {
          from: ['diagnosticConfirmation'],
          // Item 490 as IARC counts: histology 7, cytology 5, marker 4, endoscopy and imaging 2, clinical 1.
          values: {
            ...{ '1': '7', '2': '5', '3': '7', '4': '', '5': '4' },
            ...{ '6': '2', '7': '2', '8': '1', '9': '9' },
          },
        },
      },
    },
  ],
};

/** What columns of a CanReg5 export are called: by its standard variables, and in the registries that begin with its own definition. */
const CANREG = {
  patient: ['PatientID', 'RegNo', 'PatientIDTumourTable'],
  tumour: ['TumourID', 'TumourIDSourceTable'],
  surname: ['Surname', 'FamN'],
  firstName: ['FirstName', 'FirstN'],
  sex: ['Sex'],
  birth: ['BirthDate', 'BirthD'],
  incidence: ['IncidenceDate', 'InciD'],
  icd10: ['ICD10', 'I10'],
  topography: ['Topography', 'Top'],
  morphology: ['Morphology', 'Mor'],
  behaviour: ['Behaviour', 'Beh'],
  basis: ['BasisDiagnosis', 'Bas'],
} as const;
const NEEDED = ['patient', 'sex', 'incidence', 'topography', 'morphology', 'behaviour'] as const;

/** The mapping of an export of CanReg5 by the columns that it has; null of a file that is none. */
const canreg = (cells: readonly string[]): CsvMapping | null => {
  const column = (of: keyof typeof CANREG): string[] => {
    const found = cells.find((cell) => CANREG[of].some((name) => plain(name) === plain(cell)));
    return found === undefined ? [] : [found];
  };
  if (NEEDED.some((of) => column(of).length === 0)) return null;
  const patient_id = { from: column('patient') };
  return {
    name: 'CanReg5',
    header: [...cells],
    kinds: [
      {
        kind: 'patient',
        repeats: true,
        // An export for analysis has no name.
        without: ['name'],
        columns: {
          patient_id,
          name: { from: [...column('surname'), ...column('firstName')] },
          sex: {
            from: column('sex'),
            values: { '1': 'male', '2': 'female', '3': 'other', '9': 'unknown' },
          },
          birth_date: { from: column('birth'), dates: 'registry' },
        },
      },
      {
        kind: 'tumour',
        // Registries code the site in ICD-O-3.
        without: ['icd10'],
        columns: {
          patient_id,
          record_id: { from: column('tumour') },
          diagnosis_date: { from: column('incidence'), dates: 'registry' },
          icd10: { from: column('icd10') },
          topography: { from: column('topography'), prefix: 'C' },
          morphology: { from: [...column('morphology'), ...column('behaviour')], join: '/' },
          basis_of_diagnosis: { from: column('basis') },
        },
      },
    ],
  };
};

/** The mapping of a file as registries exchange it, by its header; null of any other. */
export const registryMapping = (cells: readonly string[]): CsvMapping | null =>
  isHeaderOf(naaccr, cells) ? naaccr : canreg(cells);
