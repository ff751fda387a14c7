/** Metastases by where they lie. They have no stage of their own: they are part of their primary's. */
import { useLingui } from '@lingui/react/macro';
import { useCodeWords } from '../../../design/code-words.ts';
import { SimpleTable } from '../../../design/table/simple-table.tsx';
import { formatPartialDate } from '../../../format/date.ts';
import { useLabel } from '../../../i18n/label.ts';
import type { Tumour } from './data.ts';
import { TermWords } from './term.tsx';

export function Metastases({ metastases }: { metastases: readonly Tumour[] }) {
  const { t } = useLingui();
  const label = useLabel();
  const code = useCodeWords();
  return (
    <SimpleTable
      label={t`Metastases`}
      rows={metastases}
      rowKey={(tumour) => tumour.id}
      columns={[
        {
          header: t`Metastasis`,
          leastWidth: 96,
          cell: (m) => <strong>{label(m.metastasis ?? m.asSent.label)}</strong>,
        },
        {
          header: t`ICD-10`,
          leastWidth: 160,
          cell: (m) => <TermWords term={m.icd10 ?? m.asSent} code first />,
        },
        { header: t`Found on`, cell: (m) => formatPartialDate(m.diagnosedOn), nowrap: true },
        {
          header: t`Clinical status`,
          cell: (m) => code('condition', m.clinicalStatus),
          nowrap: true,
        },
        { header: t`Submitted by`, cell: (m) => label(m.institution.name) },
      ]}
    />
  );
}
