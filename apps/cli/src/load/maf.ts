import { hash } from 'node:crypto';

/** A row of a MAF file by its columns. */
type Row = Readonly<Record<string, string>>;

const LOINC = 'http://loinc.org';

const component = (code: string, value: object) => ({
  code: { coding: [{ system: LOINC, code }] },
  ...value,
});

const words = (code: string, text: string | undefined) =>
  text === undefined || text === '' || text === '.' ? [] : [component(code, { valueString: text })];

/** Variant classifications of MAF that a protein change does not say. */
const NAMES: Readonly<Record<string, string>> = {
  Splice_Site: 'splice site',
  Splice_Region: 'splice region',
  Translation_Start_Site: 'translation start site',
  Nonstop_Mutation: 'nonstop',
  Fusion: 'fusion',
};

const numberOf = (text: string | undefined): number | null => {
  const value = Number(text);
  return text === undefined || text.trim() === '' || !Number.isFinite(value) || value < 0
    ? null
    : value;
};

/** Reads with the change among all reads of the tumour; null where they were not counted. */
const fractionOf = (row: Row): number | null => {
  const changed = numberOf(row.t_alt_count);
  const unchanged = numberOf(row.t_ref_count);
  const depth =
    numberOf(row.t_depth) ?? (changed === null || unchanged === null ? null : changed + unchanged);
  return changed === null || depth === null || depth === 0 || changed > depth
    ? null
    : Number((changed / depth).toFixed(4));
};

const originOf = ({ Mutation_Status: status = '' }: Row) =>
  /germline/i.test(status)
    ? { coding: [{ system: LOINC, code: 'LA6683-2', display: 'Germline' }] }
    : /somatic/i.test(status)
      ? { coding: [{ system: LOINC, code: 'LA6684-0', display: 'Somatic' }] }
      : null;

/** Said where a file is no MAF, or a row of it is not whole. */
class MafError extends Error {}

/**
 * The rows of a MAF file (GDC MAF format; tab-separated, `#` before remarks) as FHIR Observations of variants. Silent changes
 * are left out; the patient is the column `PATIENT_ID` where there is one, else what `patientOf` says of the sample's barcode.
 */
export function* observationsOfMaf(
  text: string,
  patientOf: (sample: string) => string,
): Generator<{ readonly line: number; readonly resource: Record<string, unknown> }> {
  let heading: readonly string[] | null = null;
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    if (raw.startsWith('#') || raw.trim() === '') continue;
    const cells = raw.split('\t');
    if (heading === null) {
      heading = cells;
      for (const needed of ['Hugo_Symbol', 'Tumor_Sample_Barcode'])
        if (!cells.includes(needed))
          throw new MafError(`It is no MAF file: there is no column ${needed}.`);
      continue;
    }
    const row: Row = Object.fromEntries(heading.map((name, i) => [name, cells[i]?.trim() ?? '']));
    const { Hugo_Symbol: gene = '', Tumor_Sample_Barcode: sample = '' } = row;
    if (gene === '' || sample === '')
      throw new MafError(`Line ${index + 1} has no Hugo_Symbol or no Tumor_Sample_Barcode.`);
    if (row.Variant_Classification === 'Silent') continue;
    yield { line: index + 1, resource: observationOf(row, gene, sample, patientOf) };
  }
  if (heading === null) throw new MafError('It is no MAF file: there is no heading.');
}

const observationOf = (
  row: Row,
  gene: string,
  sample: string,
  patientOf: (sample: string) => string,
): Record<string, unknown> => {
  const fraction = fractionOf(row);
  const origin = originOf(row);
  const transcript = row.Transcript_ID || row.RefSeq;
  const protein = row.HGVSp_Short || row.HGVSp || row.Protein_Change || row.Amino_Acid_Change;
  const name = NAMES[row.Variant_Classification ?? ''];
  const place = [row.Chromosome, row.Start_Position, row.Reference_Allele, row.Tumor_Seq_Allele2];
  const dna = place.every((part) => part !== undefined && part !== '')
    ? `${place[0]}:g.${place[1]}${place[2]}>${place[3]}`
    : undefined;
  const change = protein || row.HGVSc || dna || name;
  if (!change) throw new MafError(`${gene} of ${sample} says no change.`);
  const day = row.SAMPLE_DATE || row.Sample_Date;
  return {
    resourceType: 'Observation',
    // The same row sent again is the same record.
    id: `maf-${hash('sha256', `${sample} ${gene} ${change}`).slice(0, 48)}`,
    identifier: [{ system: 'urn:nodp:maf', value: `${sample} ${gene} ${change}` }],
    status: 'final',
    subject: { reference: `Patient/${row.PATIENT_ID || patientOf(sample)}` },
    specimen: { reference: `Specimen/${sample}` },
    ...(day ? { effectiveDateTime: day } : {}),
    code: { coding: [{ system: LOINC, code: '69548-6' }] },
    method: { text: row.Sequencer || 'Sequencing' },
    valueCodeableConcept: { coding: [{ system: LOINC, code: 'LA9633-4', display: 'Present' }] },
    component: [
      component('48018-6', {
        valueCodeableConcept: {
          coding: [{ system: 'http://www.genenames.org', code: gene, display: gene }],
        },
      }),
      ...words('48005-3', protein),
      ...words('48004-6', row.HGVSc),
      ...words('81290-9', dna),
      ...words('51958-7', transcript),
      ...words('81252-9', name === undefined ? undefined : `${gene} ${name}`),
      ...(fraction === null
        ? []
        : [
            component('81258-6', {
              valueQuantity: {
                value: fraction,
                unit: '1',
                system: 'http://unitsofmeasure.org',
                code: '1',
              },
            }),
          ]),
      ...(origin === null ? [] : [component('48002-0', { valueCodeableConcept: origin })]),
    ],
  };
};
