/** Biomarkers and pathology reports. */
import { Trans, useLingui } from '@lingui/react/macro';
import { useCodeWords } from '../../../design/code-words.ts';
import { Panel } from '../../../design/page.tsx';
import { Empty } from '../../../design/states.tsx';
import { SimpleTable } from '../../../design/table/simple-table.tsx';
import { formatPartialDate } from '../../../format/date.ts';
import { formatQuantity } from '../../../format/quantity.ts';
import { useLabel } from '../../../i18n/label.ts';
import type { Patient } from './data.ts';
import { Reports } from './reports.tsx';
import { TermWords } from './term.tsx';

type Biomarker = Patient['biomarkers'][number];

export function PathologySection({ patient }: { patient: Patient }) {
  const { t } = useLingui();
  if (patient.biomarkers.length === 0 && patient.pathologyReports.length === 0) {
    return (
      <Empty>
        <Trans>No pathology report and no biomarker is recorded</Trans>
      </Empty>
    );
  }
  return (
    <>
      {patient.biomarkers.length > 0 && (
        <Panel title={t`Biomarkers`} flush>
          <Biomarkers biomarkers={patient.biomarkers} />
        </Panel>
      )}
      <Reports reports={patient.pathologyReports} />
    </>
  );
}

export function Biomarkers({ biomarkers }: { biomarkers: Biomarker[] }) {
  const { t } = useLingui();
  const label = useLabel();
  const code = useCodeWords();
  return (
    <SimpleTable
      label={t`Biomarkers`}
      rows={biomarkers}
      rowKey={(b) => b.id}
      columns={[
        {
          header: t`Marker`,
          cell: (b) => (
            <strong>
              <TermWords term={b.what} />
            </strong>
          ),
        },
        {
          header: t`Finding`,
          cell: (b) => (b.findingLabel ? label(b.findingLabel) : code('finding', b.finding)),
          nowrap: true,
        },
        {
          header: t`Result`,
          cell: (b) => (
            <>
              {(b.result || !b.amount) && <TermWords term={b.result} />}
              {b.result && b.amount && ' · '}
              {b.amount && formatQuantity(b.amount)}
            </>
          ),
        },
        { header: t`Date`, cell: (b) => formatPartialDate(b.date), nowrap: true },
      ]}
    />
  );
}
