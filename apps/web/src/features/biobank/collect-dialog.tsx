/** Takes a primary specimen of a donor in. */
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { FormDialog } from '../../design/form-dialog.tsx';
import { execute } from '../../graph/execute.ts';
import { CollectSpecimensDocument } from '../../graph/generated/graphql.ts';
import { ChoiceField, numberOf, useTerms, WordsField } from './fields.tsx';
import { useChange } from './queries.ts';

const blank = {
  ...{ donor: '', accession: '', collectedAt: '', procedure: 'SURGERY', diagnosis: '' },
  ...{ topography: '', warm: '', cold: '', barcode: '', type: 'TISSUE_FROZEN' },
  ...{ preservation: 'SNAP_FROZEN', sprec: '', amount: '', unit: 'mg' },
  ...{ temperature: 'FREEZER_80', tumourContent: '', rin: '' },
};

export function CollectDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const { of, units } = useTerms();
  const [given, setGiven] = useState(blank);
  const change = useChange(onClose);
  const set = (field: keyof typeof blank) => (value: string) =>
    setGiven((before) => ({ ...before, [field]: value }));
  const words = (field: keyof typeof blank, label: string, optional = false) => (
    <WordsField label={label} value={given[field]} onChange={set(field)} optional={optional} />
  );
  const number = (field: keyof typeof blank, label: string, optional = true) => (
    <WordsField
      label={label}
      value={given[field]}
      onChange={set(field)}
      type="number"
      optional={optional}
    />
  );
  const collect = () =>
    execute(CollectSpecimensDocument, {
      input: {
        donor: given.donor,
        accession: given.accession || null,
        collectedAt: new Date(given.collectedAt).toISOString(),
        procedure: given.procedure,
        topography: given.topography || null,
        diagnosis: given.diagnosis || null,
        warmIschaemia: numberOf(given.warm),
        coldIschaemia: numberOf(given.cold),
        specimens: [
          {
            barcode: given.barcode,
            type: given.type,
            preservation: given.preservation,
            sprec: given.sprec || null,
            amount: Number(given.amount),
            unit: given.unit,
            temperature: given.temperature || null,
            tumourContent: numberOf(given.tumourContent),
            rin: numberOf(given.rin),
          },
        ],
      },
    });
  return (
    <FormDialog
      title={<Trans>Take specimens in</Trans>}
      submit={<Trans>Take it in</Trans>}
      disabled={
        given.donor.trim() === '' ||
        given.barcode.trim() === '' ||
        given.collectedAt === '' ||
        !(Number(given.amount) > 0) ||
        change.isPending
      }
      problem={change.isError ? change.error.message : null}
      onSubmit={() => change.mutate(collect)}
      onClose={onClose}
    >
      {words('donor', t`Donor’s code`)}
      {words('accession', t`Accession of a specimen that the hospital sent`, true)}
      <WordsField
        label={t`Collected at`}
        value={given.collectedAt}
        onChange={set('collectedAt')}
        type="datetime-local"
      />
      <ChoiceField
        label={t`Procedure`}
        value={given.procedure}
        choices={of('procedures')}
        onChange={set('procedure')}
      />
      {words('diagnosis', t`Diagnosis (ICD-10)`, true)}
      {words('topography', t`Topography (ICD-O-3)`, true)}
      {number('warm', t`Warm ischaemia, min`)}
      {number('cold', t`Cold ischaemia, min`)}
      {words('barcode', t`Barcode`)}
      <ChoiceField
        label={t`Type`}
        value={given.type}
        choices={of('types')}
        onChange={set('type')}
      />
      <ChoiceField
        label={t`Preservation`}
        value={given.preservation}
        choices={of('preservations')}
        onChange={set('preservation')}
      />
      {words('sprec', 'SPREC', true)}
      {number('amount', t`Amount`, false)}
      <ChoiceField label={t`Unit`} value={given.unit} choices={units} onChange={set('unit')} />
      <ChoiceField
        label={t`Needs`}
        value={given.temperature}
        empty={t`not said`}
        choices={of('temperatures')}
        onChange={set('temperature')}
      />
      {number('tumourContent', t`Tumour content, %`)}
      {number('rin', 'RIN')}
    </FormDialog>
  );
}
