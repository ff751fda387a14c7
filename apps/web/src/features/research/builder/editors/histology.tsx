/** ICD-O-3 histologies by code or name; with behaviour once a slash is typed (`8140/3`). */
import { useLingui } from '@lingui/react/macro';
import { morphologies } from '@nodp/terminology/morphology';
import { useMemo } from 'react';
import { type Code, CodePicker } from './code-picker.tsx';
import type { EditorProps } from './editor-props.ts';
import { useSentNames } from './sent-names.ts';

const labelOf = ({ en, zh }: { en: string; zh: string | null }) => ({ en, zh: zh ?? en });

/** Each histology by its malignant term, then each morphology with its behaviour. */
const codes: Code[] = (() => {
  const all = morphologies();
  const histologies = new Map<string, Code>();
  for (const term of all) {
    const histology = term.code.slice(0, 4);
    if (histologies.has(histology) && !term.code.endsWith('/3')) continue;
    histologies.set(histology, { value: histology, code: histology, label: labelOf(term) });
  }
  const morphology = all.map((term) => ({
    value: term.code,
    code: term.code,
    label: labelOf(term),
  }));
  return [...histologies.values(), ...morphology];
})();

export default function HistologyEditor({ value, onChange }: EditorProps<'histology'>) {
  const { t } = useLingui();
  const sent = useSentNames('histology');
  const all = useMemo(() => [...codes, ...sent], [sent]);
  return (
    <CodePicker
      label={t`Histology (ICD-O-3)`}
      placeholder={t`code or name, e.g. 8140`}
      codes={all}
      values={value}
      onChange={onChange}
    />
  );
}
