/** The form of a lesion: typed once, kept, and the next of the same examination with the keyboard alone. */
import { Trans, useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { plainBodySite } from '@nodp/terminology/body-sites';
import { useId, useRef, useState } from 'react';
import { useLabel } from '../../../../i18n/label.ts';
import type { Patient } from '../data.ts';
import type { Lesion } from './data.ts';
import { type Draft, draftOf, firstDraft, nextDraft, withName } from './draft.ts';
import { LastChange } from './last-change.tsx';
import { LesionFields } from './lesion-fields.tsx';
import type { LesionWork } from './use-lesion-work.ts';

export type LesionDialogProps = {
  patient: Patient;
  lesions: readonly Lesion[];
  /** The lesion that is changed; null for a new one. */
  changed: Lesion | null;
  measuredBy: string;
  work: LesionWork;
  onClose: () => void;
  /** What it opens with, of what was measured on an image. */
  initial?: Draft;
  /** Told of what was stored, before it closes. */
  onStored?: (lesion: string, draft: Draft) => Promise<void>;
};

export function LesionDialog({
  patient,
  lesions,
  changed,
  measuredBy,
  work,
  onClose,
  initial,
  onStored,
}: LesionDialogProps) {
  const { t } = useLingui();
  const label = useLabel();
  const id = useId();
  const first = useRef<HTMLInputElement>(null);
  const words = (lesion: Lesion): string =>
    lesion.organ ? label(plainBodySite(lesion.organ)) : '';
  const [draft, setDraft] = useState<Draft>(
    () => initial ?? (changed ? draftOf(changed, words) : firstDraft(lesions, words, measuredBy)),
  );
  const save = async (then: 'close' | 'next') => {
    const { stored, lesion } = await work.mutateAsync(
      changed ? { kind: 'change', lesion: changed.id, draft } : { kind: 'enter', draft },
    );
    if (!stored) return;
    if (lesion) await onStored?.(lesion, draft);
    if (then === 'close') return onClose();
    const entered = { ...draft, millimetres: null } as unknown as Lesion;
    setDraft(nextDraft(draft, [...lesions, entered], words));
    first.current?.focus();
    first.current?.select();
  };
  const submit = (then: 'close' | 'next') => {
    // What goes wrong stands in the form.
    save(then).catch(() => undefined);
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth maxWidth="md">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit('close');
        }}
        onKeyDown={(event) => {
          if (changed || initial || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey))
            return;
          event.preventDefault();
          submit('next');
        }}
      >
        <DialogTitle id={id}>
          {changed ? t`Change ${changed.lesion} of ${changed.date ?? ''}` : t`Enter a lesion`}
        </DialogTitle>
        <DialogContent>
          <LastChange work={work} />
          <LesionFields
            draft={draft}
            patient={patient}
            lesions={lesions}
            first={first}
            wrong={work.data?.stored === false ? (work.data.field ?? null) : null}
            onChange={(part) =>
              setDraft((now) =>
                part.lesion === undefined || changed
                  ? { ...now, ...part }
                  : withName(now, part.lesion, lesions, words),
              )
            }
          />
          <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 1.5 }}>
            <Trans>
              RECIST 1.1 asks for at most five target lesions, two of an organ (paired organs are
              one, and so are all lymph nodes), each 10 mm or more, of a node 15 mm of short axis.
              What is otherwise is said and not refused. Lengths are recorded to a tenth of a
              millimetre, with your account; every version is retained.
            </Trans>
          </Typography>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>
            <Trans>Close</Trans>
          </Button>
          {!changed && !initial && (
            <Button
              disabled={work.isPending}
              onClick={() => submit('next')}
              title={t`Ctrl + Enter`}
              aria-keyshortcuts="Control+Enter"
            >
              <Trans>Save and enter the next</Trans>
            </Button>
          )}
          <Button type="submit" variant="contained" disabled={work.isPending}>
            <Trans>Save</Trans>
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
