/** Asks an institution's biobank for specimens, of a cohort where one was brought. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import { useState } from 'react';
import { FormDialog } from '../../design/form-dialog.tsx';
import { InstitutionField } from '../../design/institution-field.tsx';
import { execute } from '../../graph/execute.ts';
import { AskSpecimensDocument } from '../../graph/generated/graphql.ts';
import { ChoiceField, numberOf, useTerms, WordsField } from './fields.tsx';
import { useChange } from './queries.ts';

export function AskDialog({
  cohort,
  site,
  onClose,
}: {
  cohort: { hash: string; words: string } | null;
  site: string | null;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const { of, units } = useTerms();
  const [institution, setInstitution] = useState<string | null>(null);
  const [given, setGiven] = useState({
    ...{ title: '', purpose: '', type: 'TISSUE_FROZEN', minAmount: '50', unit: 'mg', wanted: '1' },
    use: 'RESEARCH',
  });
  const change = useChange(onClose);
  const set = (field: keyof typeof given) => (value: string) =>
    setGiven((before) => ({ ...before, [field]: value }));
  const least = numberOf(given.minAmount);
  const ask = () =>
    execute(AskSpecimensDocument, {
      input: {
        institution: institution ?? '',
        title: given.title,
        purpose: given.purpose,
        cohortHash: cohort?.hash ?? null,
        cohortEn: cohort?.words || null,
        siteGroup: site,
        type: given.type,
        minAmount: least,
        unit: least === null ? null : given.unit,
        wanted: Math.round(Number(given.wanted)),
        uses: given.use === 'RESEARCH' ? ['RESEARCH'] : ['RESEARCH', given.use],
      },
    });
  return (
    <FormDialog
      title={<Trans>Request specimens</Trans>}
      submit={<Trans>Send the request</Trans>}
      disabled={
        institution === null ||
        given.title.trim().length < 3 ||
        given.purpose.trim().length < 3 ||
        !(Number(given.wanted) >= 1) ||
        change.isPending
      }
      problem={change.isError ? change.error.message : null}
      onSubmit={() => change.mutate(ask)}
      onClose={onClose}
    >
      {cohort && (
        <Alert severity="info">
          <Trans>Of the cohort: {cohort.words}</Trans>
        </Alert>
      )}
      <InstitutionField label={t`Biobank of`} chosen={institution} onChange={setInstitution} />
      <WordsField label={t`Study`} value={given.title} onChange={set('title')} />
      <WordsField label={t`Purpose`} value={given.purpose} onChange={set('purpose')} lines={3} />
      <ChoiceField
        label={t`Type`}
        value={given.type}
        choices={of('types')}
        onChange={set('type')}
      />
      <WordsField
        label={t`At least, of each`}
        value={given.minAmount}
        onChange={set('minAmount')}
        type="number"
        optional
      />
      <ChoiceField label={t`Unit`} value={given.unit} choices={units} onChange={set('unit')} />
      <WordsField
        label={t`How many aliquots`}
        value={given.wanted}
        onChange={set('wanted')}
        type="number"
      />
      <ChoiceField
        label={t({ message: 'Use', context: 'specimens' })}
        value={given.use}
        choices={of('uses')}
        onChange={set('use')}
      />
    </FormDialog>
  );
}
