/** Says that a shipment arrived. */
import { Trans, useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { FormDialog } from '../../design/form-dialog.tsx';
import { execute } from '../../graph/execute.ts';
import {
  BringSpecimenResultDocument,
  ReceiveShipmentDocument,
} from '../../graph/generated/graphql.ts';
import { ChoiceField, numberOf, WordsField } from './fields.tsx';
import { useChange } from './queries.ts';

export function ReceiptButton({ request }: { request: string }) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const [celsius, setCelsius] = useState('');
  const [condition, setCondition] = useState('');
  const change = useChange(() => setOpen(false));
  const receive = () =>
    execute(ReceiveShipmentDocument, { request, celsius: numberOf(celsius), condition });
  return (
    <>
      <Button variant="contained" onClick={() => setOpen(true)}>
        <Trans>It arrived</Trans>
      </Button>
      {open && (
        <FormDialog
          title={<Trans>Receipt of the shipment</Trans>}
          submit={<Trans>Confirm receipt</Trans>}
          disabled={condition.trim().length < 2 || change.isPending}
          problem={change.isError ? change.error.message : null}
          onSubmit={() => change.mutate(receive)}
          onClose={() => setOpen(false)}
        >
          <WordsField label={t`How it arrived`} value={condition} onChange={setCondition} />
          <WordsField
            label={t`Temperature, °C`}
            value={celsius}
            onChange={setCelsius}
            type="number"
            optional
          />
        </FormDialog>
      )}
    </>
  );
}

/** Brings what was found with a specimen back to its biobank. */
export function ResultButton({
  request,
  barcodes,
}: {
  request: string;
  barcodes: readonly string[];
}) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const [barcode, setBarcode] = useState(barcodes[0] ?? '');
  const [what, setWhat] = useState('');
  const [value, setValue] = useState('');
  const change = useChange(() => setOpen(false));
  const bring = () =>
    execute(BringSpecimenResultDocument, { input: { request, barcode, what, value } });
  return (
    <>
      <Button variant="contained" onClick={() => setOpen(true)}>
        <Trans>Bring a result back</Trans>
      </Button>
      {open && (
        <FormDialog
          title={<Trans>What was found</Trans>}
          submit={<Trans>Bring it back</Trans>}
          disabled={what.trim() === '' || value.trim() === '' || change.isPending}
          problem={change.isError ? change.error.message : null}
          onSubmit={() => change.mutate(bring)}
          onClose={() => setOpen(false)}
        >
          <ChoiceField
            label={t`Specimen`}
            value={barcode}
            choices={barcodes.map((one) => ({ value: one, words: one }))}
            onChange={setBarcode}
          />
          <WordsField label={t`Examined`} value={what} onChange={setWhat} />
          <WordsField label={t`Found`} value={value} onChange={setValue} />
        </FormDialog>
      )}
    </>
  );
}
