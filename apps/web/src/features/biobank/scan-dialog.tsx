/** A scanner's file: racks to be stored, tried first; or the inventory of one container. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import { useState } from 'react';
import { FileButton } from '../../design/file-button.tsx';
import { FormDialog } from '../../design/form-dialog.tsx';
import { SimpleTable } from '../../design/table/simple-table.tsx';
import { execute } from '../../graph/execute.ts';
import {
  RecordInventoryDocument,
  StoreRackScanDocument,
  type StoreRackScanMutation,
} from '../../graph/generated/graphql.ts';
import { useLabel } from '../../i18n/label.ts';
import { WordsField } from './fields.tsx';
import { type Container, useChange } from './queries.ts';

type Report = StoreRackScanMutation['storeRackScan'];

export function ScanDialog({
  container,
  onClose,
}: {
  /** Null stores what was scanned. */
  container: Container | null;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const [csv, setCsv] = useState('');
  const [report, setReport] = useState<Report | null>(null);
  const tried = report !== null && report.problems.length === 0 && report.stored === 0;
  const change = useChange<Report | null>((answer) =>
    answer === null || answer.stored > 0 ? onClose() : setReport(answer),
  );
  const send = async (): Promise<Report | null> => {
    if (container !== null) {
      await execute(RecordInventoryDocument, { container: container.id, csv });
      return null;
    }
    return (await execute(StoreRackScanDocument, { csv, dryRun: !tried })).storeRackScan;
  };
  const type = (text: string) => {
    setCsv(text);
    setReport(null);
  };
  return (
    <FormDialog
      title={
        container === null ? (
          <Trans>Store a rack scan</Trans>
        ) : (
          <Trans>Inventory of {container.name}</Trans>
        )
      }
      submit={
        container !== null ? (
          <Trans>Compare</Trans>
        ) : tried ? (
          <Trans>Store {report.tubes} specimens</Trans>
        ) : (
          <Trans>Try it</Trans>
        )
      }
      disabled={csv.trim() === '' || change.isPending}
      problem={change.isError ? change.error.message : null}
      onSubmit={() => change.mutate(send)}
      onClose={onClose}
    >
      <Trans>
        A CSV file with the columns parent, barcode and position: the barcodes of the container and
        of the tube, and the position as the scanner calls it.
      </Trans>
      <FileButton
        label={t`File of the scanner`}
        accept=".csv,text/csv"
        disabled={change.isPending}
        onChoose={(file) => void file.text().then(type)}
      />
      <WordsField label={t`Rows of the scan`} value={csv} onChange={type} lines={5} />
      {tried && (
        <Alert severity="success" role="status">
          <Trans>{report.tubes} specimens can be stored; nothing is stored yet.</Trans>
        </Alert>
      )}
      {report !== null && report.problems.length > 0 && <Problems report={report} />}
    </FormDialog>
  );
}

function Problems({ report }: { report: Report }) {
  const { t } = useLingui();
  const label = useLabel();
  return (
    <>
      <Alert severity="warning" role="status">
        <Trans>Nothing was stored: correct these rows and try again.</Trans>
      </Alert>
      <SimpleTable
        label={t`Rows with a problem`}
        rows={report.problems}
        rowKey={(_, index) => index}
        maxHeight={260}
        columns={[
          { header: t`Line`, cell: (one) => one.line, align: 'right' },
          { header: t`Column`, cell: (one) => one.column, nowrap: true },
          { header: t`What helps`, cell: (one) => label(one.message) },
        ]}
      />
    </>
  );
}
