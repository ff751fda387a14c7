/** What was entered for the scores of a tumour: who, when and what. */
import { Trans, useLingui } from '@lingui/react/macro';
import { Panel } from '../../../../design/page.tsx';
import { SimpleTable } from '../../../../design/table/simple-table.tsx';
import { formatInstant } from '../../../../format/date.ts';
import { useLabel } from '../../../../i18n/label.ts';
import type { Entry } from './data.ts';
import { useValueWords } from './use-value-words.ts';

export function Entries({ entries }: { entries: readonly Entry[] }) {
  const { t } = useLingui();
  const label = useLabel();
  const value = useValueWords();
  if (entries.length === 0) return null;
  return (
    <Panel flush title={<Trans>Entered on this page</Trans>} detail={t`latest first`}>
      <SimpleTable
        label={t`Entered on this page`}
        rows={entries}
        rowKey={(entry) => `${entry.input} ${entry.at}`}
        maxHeight={320}
        columns={[
          { header: t`When`, nowrap: true, cell: (entry) => formatInstant(entry.at) },
          { header: t`By`, cell: (entry) => entry.by },
          { header: t`Input`, leastWidth: 150, cell: (entry) => label(entry.label) },
          {
            header: t`Value`,
            cell: (entry) => (entry.value === null ? t`taken back` : value(entry.value)),
          },
        ]}
      />
    </Panel>
  );
}
