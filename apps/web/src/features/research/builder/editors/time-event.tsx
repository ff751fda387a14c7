/** An event that has a day: which kind, and what is asked of it. */
import { useLingui } from '@lingui/react/macro';
import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import {
  EVENT_KINDS,
  type EventKind,
  eventKindOf,
  formOf,
  MARKS,
  type Mark,
  type TimeEvent,
  valueOfEvent,
} from '@nodp/cohorts';
import { type ComponentType, lazy, Suspense } from 'react';
import { useLabel } from '../../../../i18n/label.ts';
import { NativeChoice } from '../native-choice.tsx';
import type { EditorOf } from './editor-props.ts';
import { OutcomeEditor } from './outcome.tsx';

const editors: {
  readonly [Kind in EventKind]: EditorOf<Kind> | React.LazyExoticComponent<EditorOf<Kind>>;
} = {
  treatment: lazy(() => import('./treatment.tsx')),
  biomarker: lazy(() => import('./biomarker.tsx')),
  outcome: OutcomeEditor,
};

type Props = {
  value: unknown;
  years: { from: null; to: null };
  onChange: (value: unknown) => void;
};

export function TimeEventEditor({
  label,
  event,
  onChange,
}: {
  label: string;
  event: TimeEvent;
  onChange: (event: TimeEvent) => void;
}) {
  const { t } = useLingui();
  const named = useLabel();
  const kind = eventKindOf(event);
  const marks: Record<Mark, string> = {
    DIAGNOSIS: t`Diagnosis`,
    DEATH: t`Death`,
    END_OF_FOLLOW_UP: t`End of follow-up`,
  };
  const Chosen = kind === null ? null : (editors[kind] as ComponentType<Props>);
  return (
    <Stack sx={{ gap: 1 }}>
      <NativeChoice<EventKind | Mark>
        label={label}
        value={'mark' in event ? event.mark : (kind ?? 'treatment')}
        choices={[
          ...MARKS.map((value) => ({ value, words: marks[value] })),
          ...EVENT_KINDS.map((value) => ({ value, words: named(formOf(value).name) })),
        ]}
        onChange={(chosen) => {
          const own = EVENT_KINDS.find((each) => each === chosen);
          onChange(
            (own === undefined ? { mark: chosen } : { [own]: formOf(own).blank }) as TimeEvent,
          );
        }}
      />
      {Chosen !== null && kind !== null && (
        <Suspense fallback={<Skeleton height={40} />}>
          <Chosen
            value={valueOfEvent(event)}
            years={{ from: null, to: null }}
            onChange={(value) => onChange({ [kind]: value } as unknown as TimeEvent)}
          />
        </Suspense>
      )}
    </Stack>
  );
}
