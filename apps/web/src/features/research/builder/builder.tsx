/** The criteria of the cohort being edited: all of them apply. */
import { Trans, useLingui } from '@lingui/react/macro';
import { mdiRedo, mdiUndo } from '@mdi/js';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Snackbar from '@mui/material/Snackbar';
import Typography from '@mui/material/Typography';
import { askingIn, criterionOf, formOf, kindOf, type Step } from '@nodp/cohorts';
import { useEffect, useRef, useState } from 'react';
import { Icon } from '../../../design/icon.tsx';
import { useLabel } from '../../../i18n/label.ts';
import { type Arm, type Asked, criterionAt, type OpenBounds } from '../definition/asked.ts';
import { removed, replaced } from '../definition/edit.ts';
import type { Cohort } from '../queries.ts';
import { AddCriterion } from './add-criterion.tsx';
import { CriterionCard } from './criterion-card.tsx';
import { useHistory } from './use-history.ts';

export function Builder({
  arm,
  asked,
  problems,
  years,
  onChange,
}: {
  arm: Arm;
  asked: Asked;
  problems: Cohort['problems'];
  years: OpenBounds;
  onChange: (arm: Arm) => void;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const [undo, setUndo] = useState<{ arm: Arm; name: string } | null>(null);
  const history = useHistory(arm, onChange);
  const nameOf = (step: Step) => {
    const kind = kindOf(askingIn(step));
    return kind === null ? t`Group` : label(formOf(kind).name);
  };
  const { list, focusAdded } = useFocusOnAdded(arm.length);
  const ofWhole = problems.filter((p) => criterionAt(p.path, asked) === null);
  return (
    <Box
      onKeyDown={(event) => {
        // Within a field the keys take back what was typed.
        const typed = event.target instanceof HTMLInputElement && event.target.type === 'text';
        if (typed || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
        event.preventDefault();
        (event.shiftKey ? history.redo : history.undo)?.();
      }}
    >
      {ofWhole.map((problem) => (
        <Alert
          key={problem.code}
          severity={problem.severity === 'ERROR' ? 'error' : 'warning'}
          sx={{ mb: 1 }}
        >
          {label(problem.message)}
        </Alert>
      ))}
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
        {arm.length === 0 ? (
          <Trans>Everyone in the release. Add a criterion to narrow it down.</Trans>
        ) : (
          <Trans>Patients with a cancer that meets all of these criteria:</Trans>
        )}
      </Typography>
      <Box
        component="ul"
        ref={list}
        aria-label={t`Criteria`}
        sx={{ m: 0, p: 0, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1, mb: 1 }}
      >
        {arm.map((step, at) => (
          <CriterionCard
            // biome-ignore lint/suspicious/noArrayIndexKey: a criterion is its place
            key={`${at} ${kindOf(askingIn(step))}`}
            step={step}
            years={years}
            problems={problems.filter((p) => criterionAt(p.path, asked) === at)}
            onChange={(changed) => onChange(replaced(arm, at, changed))}
            onRemove={() => {
              setUndo({ arm, name: nameOf(step) });
              onChange(removed(arm, at));
            }}
          />
        ))}
      </Box>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        <AddCriterion
          onAdd={(kind) => {
            focusAdded();
            onChange([...arm, criterionOf(kind, formOf(kind).blank as never)]);
          }}
          onGroup={() => onChange([...arm, { any: [] }])}
        />
        {arm.length > 1 && (
          <Button onClick={() => onChange([])}>
            <Trans>Clear all</Trans>
          </Button>
        )}
        <IconButton
          aria-label={t`Take back the last change`}
          aria-keyshortcuts="Control+Z"
          disabled={!history.undo}
          onClick={history.undo}
          sx={{ ml: 'auto' }}
        >
          <Icon path={mdiUndo} />
        </IconButton>
        <IconButton
          aria-label={t`Redo`}
          aria-keyshortcuts="Control+Shift+Z"
          disabled={!history.redo}
          onClick={history.redo}
        >
          <Icon path={mdiRedo} />
        </IconButton>
      </Box>
      <Snackbar
        open={undo !== null}
        autoHideDuration={8000}
        onClose={(_, reason) => {
          if (reason !== 'clickaway') setUndo(null);
        }}
        message={undo && t`Removed: ${undo.name}`}
        action={
          <Button
            color="inherit"
            onClick={() => {
              if (undo) onChange(undo.arm);
              setUndo(null);
            }}
          >
            <Trans>Undo</Trans>
          </Button>
        }
      />
    </Box>
  );
}

/** The interval, ms, and the greatest number of polls for the editor of a criterion just added. */
const pollInterval = 50;
const maximumPolls = 100;

/** A criterion just added takes the focus, where the next thing is typed or chosen. */
function useFocusOnAdded(count: number) {
  const list = useRef<HTMLUListElement>(null);
  const pending = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once there is one more
  useEffect(() => {
    if (!pending.current) return;
    pending.current = false;
    const card = list.current?.lastElementChild;
    let polls = 0;
    // An editor whose codes are still on their way is not there yet.
    const timer = setInterval(() => {
      polls += 1;
      const editor = card?.querySelector<HTMLElement>(
        'input, [aria-pressed]:not(.MuiToggleButton-root)',
      );
      if (!editor && polls < maximumPolls) return;
      clearInterval(timer);
      editor?.focus();
      card?.scrollIntoView({ block: 'nearest' });
    }, pollInterval);
    return () => clearInterval(timer);
  }, [count]);
  return {
    list,
    focusAdded: () => {
      pending.current = true;
    },
  };
}
