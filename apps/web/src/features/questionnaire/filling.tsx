/** The questionnaire while it is filled: one question at a time, how far it is, what is saved, and the end. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import {
  answerOf,
  completeLink,
  type EndedState,
  firstOpen,
  LinkEnded,
  type Questionnaire,
  stepsOf,
} from './data.ts';
import { Question } from './question.tsx';
import { type Saving, useAnswers } from './use-answers.ts';

type Props = {
  token: string;
  questionnaire: Questionnaire;
  onEnded: (state: EndedState) => void;
};

const large = { minHeight: 56, fontSize: '1.125rem', flex: 1 } as const;

export function Filling({ token, questionnaire, onEnded }: Props) {
  const { t } = useLingui();
  const { answers, saving, give, save } = useAnswers(token, questionnaire.answers, onEnded);
  const steps = stepsOf(questionnaire.terms, answers);
  const [at, setAt] = useState(() => firstOpen(steps, answers));
  const finish = useMutation({
    mutationFn: () => completeLink(token),
    onSuccess: () => onEnded('COMPLETED'),
    onError: (error) => {
      if (error instanceof LinkEnded) onEnded(error.state);
    },
  });
  const step = steps[at];
  const [number, of] = [Math.min(at + 1, steps.length), steps.length];
  const left = steps.filter((one) => answerOf(one, answers) === undefined).length;
  return (
    <>
      <LinearProgress
        variant="determinate"
        value={(100 * at) / of}
        aria-label={t`Progress`}
        sx={{ height: 8, borderRadius: 4, mb: 1 }}
      />
      <Stack direction="row" sx={{ justifyContent: 'space-between', mb: 2, gap: 1 }}>
        <Typography sx={{ fontSize: '1rem' }}>
          {step ? t`Question ${number} of ${of}` : t`The last step`}
        </Typography>
        <Saved saving={saving} />
      </Stack>
      {saving === 'failed' && (
        <Alert
          severity="warning"
          sx={{ mb: 2, fontSize: '1rem' }}
          action={
            <Button color="inherit" onClick={() => void save()}>
              <Trans>Try now</Trans>
            </Button>
          }
        >
          <Trans>
            Your last answer is not saved yet. Keep this page open: it is tried again by itself.
          </Trans>
        </Alert>
      )}
      {step ? (
        <Question
          key={step.item.id}
          step={step}
          answer={answerOf(step, answers)}
          onAnswer={(value) => give(step.term.number, step.index, value)}
        />
      ) : (
        <Box>
          <Typography component="h2" sx={{ fontSize: '1.375rem', fontWeight: 600, mb: 1 }}>
            <Trans>Finish</Trans>
          </Typography>
          <Typography sx={{ fontSize: '1.125rem', mb: 2 }}>
            {left === 0
              ? t`Every question is answered. After you finish, nothing can be changed.`
              : t`Questions without an answer: ${left}. You may go back, or finish without them. After you finish, nothing can be changed.`}
          </Typography>
          {finish.isError && (
            <Alert severity="error" sx={{ mb: 2, fontSize: '1rem' }}>
              <Trans>It could not be finished. Your answers are saved; try again.</Trans>
            </Alert>
          )}
        </Box>
      )}
      <Stack direction="row" sx={{ gap: 1.5, mt: 3 }}>
        <Button variant="outlined" disabled={at === 0} onClick={() => setAt(at - 1)} sx={large}>
          <Trans>Back</Trans>
        </Button>
        {step ? (
          <Button variant="contained" onClick={() => setAt(at + 1)} sx={large}>
            {answerOf(step, answers) === undefined ? t`Skip` : t`Next`}
          </Button>
        ) : (
          <Button
            variant="contained"
            disabled={saving !== 'saved' || finish.isPending}
            onClick={() => finish.mutate()}
            sx={large}
          >
            <Trans>Finish</Trans>
          </Button>
        )}
      </Stack>
    </>
  );
}

function Saved({ saving }: { saving: Saving }) {
  const { t } = useLingui();
  return (
    <Typography role="status" sx={{ fontSize: '1rem', color: 'text.secondary' }}>
      {saving === 'saved' ? t`Saved` : saving === 'saving' ? t`Saving…` : t`Not saved yet`}
    </Typography>
  );
}
