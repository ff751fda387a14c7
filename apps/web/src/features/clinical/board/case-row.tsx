/** A case on the list of a meeting. */
import { Trans, useLingui } from '@lingui/react/macro';
import { mdiArrowDown, mdiArrowUp } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { lazy, Suspense, useState } from 'react';
import { Icon } from '../../../design/icon.tsx';
import { AppLink } from '../../../design/links.tsx';
import { DiagnosisName, SexName, StageTag, Tag, VitalStatusName } from '../../../design/marks.tsx';
import type { ListedCase } from './data.ts';
import { caseWords, outcomeWords } from './words.ts';

const CaseDialog = lazy(async () => ({
  default: (await import('./case-dialog.tsx')).CaseDialog,
}));
const WithdrawDialog = lazy(async () => ({
  default: (await import('./withdraw-dialog.tsx')).WithdrawDialog,
}));

const STATE_COLOURS = { WAITING: '#56B4E9', DECIDED: '#B8E0C8', WITHDRAWN: '#CFCFCF' } as const;

export function CaseRow({
  case_: one,
  meeting,
  place,
  of,
  onMove,
}: {
  case_: ListedCase;
  meeting: string;
  /** From 1 on; null of who is not discussed. */
  place: number | null;
  of: number;
  onMove: ((by: -1 | 1) => void) | null;
}) {
  const { t, i18n } = useLingui();
  const [asking, setAsking] = useState<'change' | 'withdraw' | null>(null);
  const { patient, question, presenter, state, decisions, withdrawnReason } = one;
  const { name } = patient.identity;
  const tumour = one.tumour ?? patient.leadingTumour;
  const [decision] = decisions;
  const done = decision?.outcomes[0]?.outcome;
  const close = () => setAsking(null);
  return (
    <Box
      component="li"
      data-case={one.id}
      onKeyDown={(event) => {
        const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
        if (!event.altKey || by === null || onMove === null) return;
        event.preventDefault();
        onMove(by);
      }}
      sx={{
        display: 'grid',
        gridTemplateColumns: {
          xs: '28px minmax(0, 1fr)',
          md: '36px minmax(180px, 1fr) minmax(0, 2.2fr) 232px',
        },
        columnGap: 1.5,
        rowGap: 0.5,
        px: 2,
        py: 1.25,
        borderTop: '1px solid',
        borderColor: 'divider',
        '& > div': { gridColumn: { xs: 2, md: 'auto' }, minWidth: 0 },
      }}
    >
      <Box component="span" sx={{ fontWeight: 600, fontSize: '1.125rem' }}>
        {place ?? '–'}
      </Box>
      <div>
        <AppLink
          to="/clinical/board/$caseId"
          params={{ caseId: one.id }}
          search={{}}
          preload={false}
          sx={{ fontWeight: 600, fontSize: '1rem' }}
        >
          {name}
        </AppLink>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.25 }}>
          <SexName sex={patient.sex} />
          {patient.age !== null && <span>{t`${patient.age} years`}</span>}
          {patient.vitalStatus === 'DEAD' && <VitalStatusName status={patient.vitalStatus} />}
          <span>{patient.identity.medicalRecordNumbers.join(', ')}</span>
        </Box>
        {tumour && (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, alignItems: 'baseline' }}>
            <DiagnosisName tumour={tumour} />
            <StageTag stage={tumour.broadStage} group={tumour.stageGroup} />
          </Box>
        )}
      </div>
      <div>
        <Box sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>{question}</Box>
        <Typography variant="caption" component="p" sx={{ m: 0, color: 'text.secondary' }}>
          <Trans>Presented by {presenter}</Trans>
        </Typography>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, alignItems: 'baseline' }}>
          <Tag colour={STATE_COLOURS[state]}>{i18n._(caseWords[state])}</Tag>
          {withdrawnReason}
          {decision && (
            <span>
              {decision.decision}
              {decision.dueOn && ` · ${t`to be carried out by ${decision.dueOn}`}`}
              {done && (
                <strong>
                  {' · '}
                  {i18n._(outcomeWords[done])}
                </strong>
              )}
            </span>
          )}
        </Box>
      </div>
      <Box
        className="screen-only"
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          gap: 0.25,
          alignItems: 'start',
          justifyContent: { md: 'end' },
        }}
      >
        {onMove && (
          <>
            <Move by={-1} words={t`Earlier: ${name}`} off={place === 1} onMove={onMove} />
            <Move by={1} words={t`Later: ${name}`} off={place === of} onMove={onMove} />
          </>
        )}
        {state === 'WAITING' && (
          <>
            <Button
              size="small"
              aria-label={t`Change the case: ${name}`}
              onClick={() => setAsking('change')}
            >
              <Trans>Change …</Trans>
            </Button>
            <Button
              size="small"
              aria-label={t`Take from the list: ${name}`}
              onClick={() => setAsking('withdraw')}
            >
              <Trans>Take off …</Trans>
            </Button>
          </>
        )}
        <Suspense>
          {asking === 'change' && (
            <CaseDialog
              patient={{ id: patient.id, name, tumour: null }}
              meeting={meeting}
              waiting={{ id: one.id, question, presenter }}
              onClose={close}
            />
          )}
          {asking === 'withdraw' && <WithdrawDialog id={one.id} name={name} onClose={close} />}
        </Suspense>
      </Box>
    </Box>
  );
}

const Move = ({
  by,
  words,
  off,
  onMove,
}: {
  by: -1 | 1;
  words: string;
  off: boolean;
  onMove: (by: -1 | 1) => void;
}) => (
  <IconButton
    size="small"
    aria-label={words}
    title={words}
    aria-keyshortcuts={by === -1 ? 'Alt+ArrowUp' : 'Alt+ArrowDown'}
    data-move={by}
    disabled={off}
    onClick={() => onMove(by)}
  >
    <Icon path={by === -1 ? mdiArrowUp : mdiArrowDown} />
  </IconButton>
);
