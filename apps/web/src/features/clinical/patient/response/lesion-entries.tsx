/** Every version of what was entered of lesions: what, by whom, when; the latest can be undone. */
import { Trans, useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import { Panel } from '../../../../design/page.tsx';
import { SimpleTable } from '../../../../design/table/simple-table.tsx';
import { formatInstant } from '../../../../format/date.ts';
import type { Entry } from './data.ts';
import { changeWords, stateWords } from './words.ts';

type Props = {
  entries: readonly Entry[];
  busy?: boolean;
  /** Absent for who may not. */
  onUndo?: (entry: Entry) => void;
};

export function LesionEntries({ entries, busy, onUndo }: Props) {
  const { t, i18n } = useLingui();
  if (entries.length === 0) return null;
  return (
    <Panel flush title={<Trans>Entered on this page</Trans>} detail={t`latest first`}>
      <SimpleTable
        label={t`Lesions entered on this page`}
        rows={entries}
        rowKey={(entry) => `${entry.lesion} ${entry.at}`}
        maxHeight={320}
        columns={[
          { header: t`When`, nowrap: true, cell: (entry) => formatInstant(entry.at) },
          { header: t`By`, cell: (entry) => entry.by },
          { header: t`Lesion`, nowrap: true, cell: (entry) => entry.name },
          { header: t`Day of the examination`, nowrap: true, cell: (entry) => entry.date },
          { header: t`What happened`, cell: (entry) => i18n._(changeWords[entry.change]) },
          { header: t`mm`, align: 'right', cell: (entry) => entry.millimetres },
          { header: t`Seen`, cell: (entry) => i18n._(stateWords[entry.state]) },
          ...(onUndo
            ? [
                {
                  header: t`Undo`,
                  cell: (entry: Entry) =>
                    entry.undoable && (
                      <Button
                        size="small"
                        disabled={busy}
                        onClick={() => onUndo(entry)}
                        aria-label={t`Undo the latest entry of ${entry.name} of ${entry.date}`}
                        className="no-print"
                      >
                        <Trans>Undo</Trans>
                      </Button>
                    ),
                },
              ]
            : []),
        ]}
      />
    </Panel>
  );
}
