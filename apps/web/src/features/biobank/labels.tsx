/** A sheet of labels: Data Matrix for tubes, Code 128 for whatever a hand scanner reads. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { toSVG } from 'bwip-js/browser';
import { useState } from 'react';
import { save } from '../../design/downloads.ts';
import { FormDialog } from '../../design/form-dialog.tsx';
import { execute } from '../../graph/execute.ts';
import { CountLabelsDocument } from '../../graph/generated/graphql.ts';
import { ChoiceField } from './fields.tsx';
import { useChange } from './queries.ts';

type Code = 'datamatrix' | 'code128';
type Label = { barcode: string; words: string };

const drawn = (bcid: Code, { barcode, words }: Label): string =>
  toSVG({
    bcid,
    text: barcode,
    scale: 2,
    includetext: true,
    alttext: words === '' ? barcode : `${barcode} ${words}`,
    textxalign: 'center',
    ...(bcid === 'code128' ? { height: 10 } : {}),
  });

export function Labels({ barcodes, onClose }: { barcodes: readonly Label[]; onClose: () => void }) {
  const { t } = useLingui();
  const [code, setCode] = useState<Code>('datamatrix');
  const [counted, setCounted] = useState<number | null>(null);
  const change = useChange<number>(setCounted);
  const labels = barcodes.slice(0, 500);
  const print = async () => {
    const { countLabels } = await execute(CountLabelsDocument, {
      barcodes: labels.map(({ barcode }) => barcode),
    });
    const sheet = labels.map((label) => `<li>${drawn(code, label)}</li>`).join('');
    save(
      'labels.html',
      `<!doctype html><meta charset="utf-8"><title>Labels</title><style>ul{display:flex;flex-wrap:wrap;gap:4mm;list-style:none;padding:0}svg{height:18mm}</style><ul>${sheet}</ul>`,
      'text/html',
    );
    return countLabels.filter(({ times }) => times > 1).length;
  };
  return (
    <FormDialog
      title={<Trans>Print labels</Trans>}
      submit={<Trans>Save a sheet of {labels.length}</Trans>}
      disabled={labels.length === 0 || change.isPending}
      problem={change.isError ? change.error.message : null}
      onSubmit={() => change.mutate(print)}
      onClose={onClose}
    >
      <ChoiceField
        label={t`Code`}
        value={code}
        choices={[
          { value: 'datamatrix', words: 'Data Matrix' },
          { value: 'code128', words: 'Code 128' },
        ]}
        onChange={(value) => setCode(value as Code)}
      />
      {labels[0] && (
        <Box
          role="img"
          aria-label={t`The first label: ${labels[0].barcode}`}
          sx={{ bgcolor: '#fff', p: 1, maxWidth: 220, '& svg': { width: '100%', maxHeight: 120 } }}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn here, of a barcode that the library escapes
          dangerouslySetInnerHTML={{ __html: drawn(code, labels[0]) }}
        />
      )}
      {counted !== null && (
        <Alert severity={counted > 0 ? 'warning' : 'success'} role="status">
          {counted > 0 ? (
            <Trans>{counted} of them had been printed before: they are counted as reprints.</Trans>
          ) : (
            <Trans>Saved; none had been printed before.</Trans>
          )}
        </Alert>
      )}
    </FormDialog>
  );
}
