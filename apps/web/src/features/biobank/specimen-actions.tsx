/** What is done with a specimen: divided, noted, labelled. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { lazy, Suspense, useState } from 'react';
import { FormDialog } from '../../design/form-dialog.tsx';
import { execute } from '../../graph/execute.ts';
import {
  DeriveSpecimensDocument,
  type NotedCustody,
  NoteSpecimensDocument,
} from '../../graph/generated/graphql.ts';
import { ChoiceField, numberOf, useTerms, WordsField } from './fields.tsx';
import { type Banked, useChange } from './queries.ts';
import { amountWords } from './tubes.tsx';
import { notedWords } from './words.ts';

const Labels = lazy(async () => ({ default: (await import('./labels.tsx')).Labels }));
const notes = Object.keys(notedWords) as NotedCustody[];

export function SpecimenActions({ specimen }: { specimen: Banked }) {
  const [opened, setOpened] = useState<'divide' | 'note' | 'label' | null>(null);
  const close = () => setOpened(null);
  const here = ['COLLECTED', 'STORED', 'OUT'].includes(specimen.state);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {here && (
        <Button variant="contained" onClick={() => setOpened('divide')}>
          <Trans>Divide or derive</Trans>
        </Button>
      )}
      <Button variant="outlined" onClick={() => setOpened('note')}>
        <Trans>Note what was done</Trans>
      </Button>
      <Button variant="outlined" onClick={() => setOpened('label')}>
        <Trans>Print labels</Trans>
      </Button>
      {opened === 'divide' && <DivideDialog specimen={specimen} onClose={close} />}
      {opened === 'note' && <NoteDialog specimen={specimen} onClose={close} />}
      {opened === 'label' && (
        <Suspense>
          <Labels
            barcodes={[specimen, ...specimen.made].map(({ barcode }) => ({
              barcode,
              words: specimen.donor?.code ?? '',
            }))}
            onClose={close}
          />
        </Suspense>
      )}
    </Box>
  );
}

function DivideDialog({ specimen, onClose }: { specimen: Banked; onClose: () => void }) {
  const { t } = useLingui();
  const { of, units } = useTerms();
  const [type, setType] = useState(specimen.type.code);
  const [given, setGiven] = useState({
    ...{ taken: '', count: '1', each: '', barcode: `${specimen.barcode}-`, celsius: '' },
    unit: specimen.unit,
  });
  const change = useChange(onClose);
  const set = (field: keyof typeof given) => (value: string) =>
    setGiven((before) => ({ ...before, [field]: value }));
  const count = Math.max(0, Math.min(200, Math.round(Number(given.count) || 0)));
  const derive = () =>
    execute(DeriveSpecimensDocument, {
      input: {
        specimen: specimen.id,
        taken: Number(given.taken),
        celsius: numberOf(given.celsius),
        aliquots: type === specimen.type.code,
        made: Array.from({ length: count }, (_, i) => ({
          barcode: `${given.barcode}${specimen.made.length + i + 1}`,
          type,
          preservation: specimen.preservation.code,
          amount: Number(given.each),
          unit: given.unit,
          temperature: specimen.temperature?.code ?? null,
        })),
      },
    });
  return (
    <FormDialog
      title={<Trans>Divide {specimen.barcode}</Trans>}
      submit={<Trans>Divide</Trans>}
      disabled={
        !(Number(given.taken) > 0) || (count > 0 && !(Number(given.each) > 0)) || change.isPending
      }
      problem={change.isError ? change.error.message : null}
      onSubmit={() => change.mutate(derive)}
      onClose={onClose}
    >
      <WordsField
        label={t`Taken, ${specimen.unit}`}
        value={given.taken}
        onChange={set('taken')}
        type="number"
        helper={t`${amountWords(specimen)} are left`}
      />
      <ChoiceField label={t`Makes`} value={type} choices={of('types')} onChange={setType} />
      <WordsField
        label={t`How many`}
        value={given.count}
        onChange={set('count')}
        type="number"
        helper={t`0 where it was used up in an examination`}
      />
      <WordsField
        label={t`Amount of each`}
        value={given.each}
        onChange={set('each')}
        type="number"
        optional={count === 0}
      />
      <ChoiceField label={t`Unit`} value={given.unit} choices={units} onChange={set('unit')} />
      <WordsField label={t`Barcodes begin`} value={given.barcode} onChange={set('barcode')} />
      <WordsField
        label={t`Temperature, °C`}
        value={given.celsius}
        onChange={set('celsius')}
        type="number"
        optional
      />
    </FormDialog>
  );
}

function NoteDialog({ specimen, onClose }: { specimen: Banked; onClose: () => void }) {
  const { t, i18n } = useLingui();
  const [kind, setKind] = useState<NotedCustody>('TAKEN');
  const [celsius, setCelsius] = useState('');
  const [note, setNote] = useState('');
  const change = useChange(onClose);
  const send = () =>
    execute(NoteSpecimensDocument, {
      ids: [specimen.id],
      kind,
      celsius: numberOf(celsius),
      note: note.trim() || null,
    });
  return (
    <FormDialog
      title={<Trans>What was done with {specimen.barcode}</Trans>}
      submit={<Trans>Note it</Trans>}
      disabled={change.isPending}
      problem={change.isError ? change.error.message : null}
      onSubmit={() => change.mutate(send)}
      onClose={onClose}
    >
      <ChoiceField
        label={t`What was done`}
        value={kind}
        choices={notes.map((value) => ({ value, words: i18n._(notedWords[value]) }))}
        onChange={(value) => setKind(value as NotedCustody)}
      />
      <WordsField
        label={t`Temperature, °C`}
        value={celsius}
        onChange={setCelsius}
        type="number"
        optional
      />
      <WordsField label={t`Note`} value={note} onChange={setNote} optional />
    </FormDialog>
  );
}
