import { codeable, conceptIn, dateIn, said } from './elements.ts';
import type { Written, WrittenResource } from './writer.ts';

/** What reports of every section keep. */
interface ReportRow {
  readonly status: string;
  readonly conclusion: string | null;
  readonly reportText: string | null;
}

/**
 * A report with its words.
 * @param section HL7 v2 table 0074: SP surgical pathology, RAD radiology
 */
export const reportOf = (
  section: string,
  row: ReportRow & Readonly<Record<string, unknown>>,
  { common, subject }: Written,
): WrittenResource =>
  said({
    resourceType: 'DiagnosticReport',
    ...common,
    status: row.status,
    category: [codeable('http://terminology.hl7.org/CodeSystem/v2-0074', section, null)],
    code: conceptIn(row) ?? { text: 'Report' },
    subject,
    effectiveDateTime: dateIn(row, 'reported'),
    conclusion: row.conclusion,
    presentedForm:
      row.reportText === null
        ? []
        : [
            {
              contentType: 'text/plain; charset=utf-8',
              data: Buffer.from(row.reportText).toString('base64'),
            },
          ],
  });
