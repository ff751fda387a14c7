/** Comorbidities, performance status, visits and admissions, and what institutions report of the person. */
import { Trans, useLingui } from '@lingui/react/macro';
import { useCodeWords } from '../../../design/code-words.ts';
import { Panel } from '../../../design/page.tsx';
import { Empty } from '../../../design/states.tsx';
import { SimpleTable } from '../../../design/table/simple-table.tsx';
import { formatDay, formatInstant, formatPartialDate } from '../../../format/date.ts';
import { useLabel } from '../../../i18n/label.ts';
import type { Patient } from './data.ts';
import { Panels } from './panels/panels.tsx';
import { Statements } from './statements/statements.tsx';
import { TermWords } from './term.tsx';

export function HistorySection({ patient }: { patient: Patient }) {
  const { t } = useLingui();
  const code = useCodeWords();
  const label = useLabel();
  const { comorbidities, encounters, performance } = patient;
  if (comorbidities.length + encounters.length + performance.length === 0) {
    return (
      <>
        <Empty>
          <Trans>No other condition and no visit is recorded</Trans>
        </Empty>
        <Panels patientId={patient.id} />
        <Statements patientId={patient.id} />
      </>
    );
  }
  return (
    <>
      {performance.length > 0 && (
        <Panel title={t`Performance status`} flush>
          <SimpleTable
            label={t`Performance status`}
            rows={performance}
            rowKey={(_, index) => index}
            maxHeight={300}
            columns={[
              { header: t`Date`, cell: (p) => formatDay(p.at), nowrap: true },
              { header: t`Scale`, cell: (p) => p.scale },
              { header: t`Score`, cell: (p) => p.score, align: 'right' },
              { header: t`Meaning`, cell: (p) => label(p.label) },
            ]}
          />
        </Panel>
      )}
      {comorbidities.length > 0 && (
        <Panel title={t`Other conditions`} flush>
          <SimpleTable
            label={t`Other conditions`}
            rows={comorbidities}
            rowKey={(c) => c.id}
            maxHeight={400}
            columns={[
              { header: t`Condition`, cell: (c) => c.what && <TermWords term={c.what} /> },
              { header: t`From`, cell: (c) => formatPartialDate(c.onsetOn), nowrap: true },
              { header: t`To`, cell: (c) => formatPartialDate(c.abatedOn), nowrap: true },
              { header: t`Status`, cell: (c) => code('condition', c.clinicalStatus), nowrap: true },
            ]}
          />
        </Panel>
      )}
      {encounters.length > 0 && (
        <Panel title={t`Visits and admissions`} detail={t`the latest 100 at most`} flush>
          <SimpleTable
            label={t`Visits and admissions`}
            rows={encounters}
            rowKey={(e) => e.id}
            maxHeight={480}
            columns={[
              { header: t`From`, cell: (e) => formatInstant(e.startedAt), nowrap: true },
              { header: t`To`, cell: (e) => formatInstant(e.endedAt), nowrap: true },
              { header: t`Kind`, cell: (e) => code('encounter', e.class), nowrap: true },
              { header: t`What for`, cell: (e) => e.what && <TermWords term={e.what} /> },
            ]}
          />
        </Panel>
      )}
      <Panels patientId={patient.id} />
      <Statements patientId={patient.id} />
    </>
  );
}
