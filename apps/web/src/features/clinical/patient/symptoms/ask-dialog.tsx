/** Makes a link by which a patient is asked: a choice of symptoms, for some days. The link is shown once. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import { QrCode } from '../../../../design/qr-code.tsx';
import { ErrorPanel, LoadingRows } from '../../../../design/states.tsx';
import { execute } from '../../../../graph/execute.ts';
import { MakeSymptomQuestionnaireDocument } from '../../../../graph/generated/graphql.ts';
import { useLabel } from '../../../../i18n/label.ts';
import { meQuery } from '../../../../session/me.ts';
import { MessageButton } from '../../message-button.tsx';
import { libraryQuery } from './data.ts';

const [MOST_TERMS, MOST_DAYS] = [40, 30];

export function AskDialog({
  patientId,
  name,
  onClose,
}: {
  patientId: string;
  name: string;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const id = useId();
  const client = useQueryClient();
  const library = useQuery(libraryQuery);
  const writes = useQuery(meQuery).data?.scopes.includes('message:send') ?? false;
  const [chosen, setChosen] = useState<readonly number[] | null>(null);
  const [days, setDays] = useState(7);
  const terms = chosen ?? library.data?.sets[0]?.terms ?? [];
  const make = useMutation({
    mutationFn: () =>
      execute(MakeSymptomQuestionnaireDocument, { patient: patientId, terms: [...terms], days }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['patient', patientId, 'symptoms'] }),
  });
  const made = make.data?.makeSymptomQuestionnaire;
  const count = terms.length;
  const toggle = (number: number) =>
    setChosen(terms.includes(number) ? terms.filter((n) => n !== number) : [...terms, number]);
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth>
      <DialogTitle id={id}>
        <Trans>Ask for symptoms</Trans>
      </DialogTitle>
      <DialogContent>
        {made ? (
          <Made
            link={`${location.origin}/questionnaire#${made.token}`}
            write={
              writes && (
                <MessageButton
                  about={made.questionnaire.id}
                  token={made.token}
                  occasion="QUESTIONNAIRE"
                  name={name}
                />
              )
            }
          />
        ) : library.isPending ? (
          <LoadingRows rows={6} />
        ) : library.isError ? (
          <ErrorPanel error={library.error} retry={() => void library.refetch()} />
        ) : (
          <>
            <Stack
              direction="row"
              role="group"
              aria-label={t`Choice of symptoms`}
              sx={{ flexWrap: 'wrap', gap: 1, mb: 1 }}
            >
              {library.data.sets.map((set) => (
                <Button
                  key={set.id}
                  size="small"
                  variant="outlined"
                  aria-pressed={set.terms.join() === terms.join()}
                  onClick={() => setChosen(set.terms)}
                >
                  {label(set.title)}
                </Button>
              ))}
            </Stack>
            <Typography role="status" variant="body2">
              <Trans>{count} of 40 chosen</Trans>
            </Typography>
            <Box
              role="group"
              aria-label={t`Symptoms to ask`}
              tabIndex={0}
              sx={{
                display: 'grid',
                gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))',
                maxHeight: 280,
                overflowY: 'auto',
                mb: 2,
              }}
            >
              {library.data.terms.map(({ number, name }) => (
                <FormControlLabel
                  key={number}
                  label={label(name)}
                  control={
                    <Checkbox
                      size="small"
                      checked={terms.includes(number)}
                      onChange={() => toggle(number)}
                    />
                  }
                />
              ))}
            </Box>
            <TextField
              type="number"
              size="small"
              label={t`Days until the link ends`}
              value={days}
              onChange={(event) => setDays(Number(event.target.value))}
              slotProps={{ htmlInput: { min: 1, max: MOST_DAYS } }}
            />
            {make.isError && (
              <Alert severity="error" sx={{ mt: 1 }}>
                {make.error.message}
              </Alert>
            )}
          </>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{made ? t`Close` : t`Cancel`}</Button>
        {!made && (
          <Button
            variant="contained"
            disabled={
              count === 0 || count > MOST_TERMS || days < 1 || days > MOST_DAYS || make.isPending
            }
            onClick={() => make.mutate()}
          >
            <Trans>Make the link</Trans>
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}

function Made({ link, write }: { link: string; write: ReactNode }) {
  const { t } = useLingui();
  const [copied, setCopied] = useState(false);
  return (
    <>
      <Alert severity="info" sx={{ mb: 2 }}>
        <Trans>The link is shown this once. Give it to the patient alone.</Trans>
      </Alert>
      <TextField
        label={t`Link for the patient`}
        value={link}
        fullWidth
        slotProps={{ htmlInput: { readOnly: true } }}
        onFocus={(event) => event.target.select()}
        sx={{ mt: 1, mb: 1 }}
      />
      <Button
        onClick={() => {
          void navigator.clipboard.writeText(link).then(() => setCopied(true));
        }}
      >
        {copied ? t`Copied` : t`Copy`}
      </Button>
      {write}
      <QrCode text={link} label={t`QR code of the link`} />
    </>
  );
}
