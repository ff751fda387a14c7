/** An index event, and what comes before, after or around it. */
import { useLingui } from '@lingui/react/macro';
import Stack from '@mui/material/Stack';
import { LAST } from '@nodp/cohorts';
import { NativeChoice } from '../native-choice.tsx';
import type { EditorProps } from './editor-props.ts';
import { TimeEventEditor } from './time-event.tsx';
import { TimeGroup } from './time-tree.tsx';

/** Which of several the page offers; an address may say more. */
const NTH = [1, 2, 3, 4, 5, LAST] as const;

export default function TimeEditor({ value, onChange }: EditorProps<'time'>) {
  const { t } = useLingui();
  const { event, nth = 1 } = value.index;
  const choices = NTH.includes(nth as never) ? NTH : [...NTH, nth];
  const setIndex = (index: typeof value.index) => onChange({ ...value, index });
  return (
    <Stack sx={{ gap: 1.25 }}>
      {!('mark' in event) && (
        <NativeChoice
          label={t`Which of several`}
          value={String(nth)}
          choices={choices.map((each) => ({
            value: String(each),
            words: each === LAST ? t`the last` : each === 1 ? t`the first` : t`no. ${each}`,
          }))}
          onChange={(chosen) =>
            setIndex({ event, ...(chosen === '1' ? {} : { nth: Number(chosen) }) })
          }
        />
      )}
      <TimeEventEditor
        label={t`Index event`}
        event={event}
        onChange={(changed) =>
          setIndex('mark' in changed ? { event: changed } : { ...value.index, event: changed })
        }
      />
      <TimeGroup tree={value.meets} onChange={(meets) => onChange({ ...value, meets })} />
    </Stack>
  );
}
