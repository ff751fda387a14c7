/** When an institution fell silent by its own rhythm, and sent again. */
import { useLingui } from '@lingui/react/macro';
import { Panel } from '../../../design/page.tsx';
import { SimpleTable } from '../../../design/table/simple-table.tsx';
import type { Report } from './requests.ts';

export function Silences({ silences }: { silences: Report['silences'] }) {
  const { t } = useLingui();
  if (silences.length === 0) return null;
  return (
    <Panel title={t`When it fell silent`}>
      <SimpleTable
        label={t`When it fell silent`}
        rows={silences}
        rowKey={(s) => s.lastOn}
        columns={[
          { header: t`Last received`, cell: (s) => s.lastOn },
          { header: t`Noticed`, cell: (s) => s.raisedOn },
          { header: t`Sent again`, cell: (s) => s.endedOn ?? '—' },
        ]}
      />
    </Panel>
  );
}
