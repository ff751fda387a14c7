/** A change of a gene: which, and whether it was found, or looked for and not found. */
import { useLingui } from '@lingui/react/macro';
import Stack from '@mui/material/Stack';
import {
  CHANGE_KIND_LABELS,
  CHANGE_KINDS,
  ORIGIN_LABELS,
  ORIGINS,
  VARIANT_FINDING_LABELS,
  VARIANT_FINDINGS,
} from '@nodp/cohorts';
import { geneSymbolOf, geneSymbols } from '@nodp/terminology/genes';
import { proteinChangeOf } from '@nodp/terminology/protein-change';
import { useLabel } from '../../../../i18n/label.ts';
import { Choices } from './choices.tsx';
import { type Code, CodePicker } from './code-picker.tsx';
import type { EditorProps } from './editor-props.ts';
import { closed, LabelledRange, opened } from './labelled-range.tsx';

const code = (value: string): Code => ({ value, label: { en: value, zh: value } });
const genes = geneSymbols().map(code);

/** Symbols that begin with what is typed; any other HGNC symbol as it is typed. */
const findGenes = (codes: readonly Code[], typed: string): Code[] => {
  const symbol = geneSymbolOf(null, typed);
  const found = codes.filter(({ value }) => value.startsWith(typed.trim().toUpperCase()));
  const other = symbol !== null && !found.some(({ value }) => value === symbol);
  return other ? [code(symbol), ...found] : found;
};

/** What is typed, where it is a change of a protein. */
const findProteins = (_: readonly Code[], typed: string): Code[] => {
  const change = proteinChangeOf(typed);
  return change === null ? [] : [code(change.written)];
};

export default function VariantEditor({ value, onChange }: EditorProps<'variant'>) {
  const { t } = useLingui();
  const label = useLabel();
  return (
    <Stack sx={{ gap: 1.25 }}>
      <CodePicker
        single
        label={t`Gene`}
        placeholder={t`HGNC symbol, e.g. EGFR`}
        codes={genes}
        find={findGenes}
        values={value.gene === '' ? [] : [value.gene]}
        onChange={([gene = '']) => onChange(gene === '' ? { gene } : { ...value, gene })}
      />
      {value.gene !== '' && (
        <>
          <Choices
            single
            label={t`What is known of it`}
            choices={VARIANT_FINDINGS.map((each) => ({
              value: each,
              words: label(VARIANT_FINDING_LABELS[each]),
            }))}
            values={[value.finding ?? 'FOUND']}
            onChange={([finding]) => onChange({ ...value, finding: finding ?? 'FOUND' })}
          />
          <Choices
            label={t`Kind of change; any where none is chosen`}
            choices={CHANGE_KINDS.map((each) => ({
              value: each,
              words: label(CHANGE_KIND_LABELS[each]),
            }))}
            values={value.kinds ?? []}
            onChange={(kinds) => onChange({ ...value, kinds })}
          />
          <CodePicker
            label={t`Protein changes`}
            placeholder={t`e.g. L858R or p.Leu858Arg`}
            codes={[]}
            find={findProteins}
            values={value.proteins ?? []}
            onChange={(proteins) => onChange({ ...value, proteins })}
          />
          <LabelledRange
            label={t`Codons`}
            bounds={opened(value.codons)}
            onChange={(bounds) => onChange({ ...value, codons: closed(bounds) })}
          />
          <LabelledRange
            label={t`Allele fraction, %`}
            bounds={opened(value.fraction)}
            onChange={(bounds) => onChange({ ...value, fraction: closed(bounds) })}
          />
          <Choices
            single
            label={t`Origin; either where none is chosen`}
            choices={ORIGINS.map((each) => ({ value: each, words: label(ORIGIN_LABELS[each]) }))}
            values={value.origin === undefined ? [] : [value.origin]}
            onChange={([origin]) => {
              const { origin: _, ...rest } = value;
              onChange(origin === undefined ? rest : { ...rest, origin });
            }}
          />
        </>
      )}
    </Stack>
  );
}
