/** A structured report as findings: its content items in their order, each with its name, value and unit. */
import Box from '@mui/material/Box';
import type { Instance } from './stage/instance.ts';

const itemsOf = (set: Instance | undefined, tag: string): readonly Instance[] =>
  (set?.[tag]?.Value ?? []).filter(
    (one): one is Instance => typeof one === 'object' && one !== null,
  );
const text = (set: Instance | undefined, tag: string): string => {
  const value = set?.[tag]?.Value?.[0];
  if (typeof value !== 'object' || value === null) return value === undefined ? '' : String(value);
  const { Alphabetic = '', Ideographic = '' } = value as Record<string, string>;
  return Ideographic || Alphabetic;
};
const meaning = (set: Instance, tag: string): string => text(itemsOf(set, tag)[0], '00080104');

const shownOf = (item: Instance): string => {
  const measured = itemsOf(item, '0040A300')[0];
  if (measured !== undefined) {
    const unit = itemsOf(measured, '004008EA')[0];
    return `${text(measured, '0040A30A')} ${text(unit, '00080100')}`.trim();
  }
  const coded = meaning(item, '0040A168');
  const tags = ['0040A160', '0040A123', '0040A121', '0040A120', '0040A122', '0040A124'];
  return coded || (tags.map((tag) => text(item, tag)).find(Boolean) ?? '');
};

/** Items deeper than this are no report that a person reads. */
const DEEPEST = 12;

function Items({ items, depth }: { items: readonly Instance[]; depth: number }) {
  const shown = items.filter((item) => meaning(item, '0040A043') || shownOf(item));
  if (shown.length === 0 || depth > DEEPEST) return null;
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
      {shown.map((item, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: items of a report have no key and never move
        <li key={i}>
          {meaning(item, '0040A043')}
          {shownOf(item) && (
            <>
              {': '}
              <strong>{shownOf(item)}</strong>
            </>
          )}
          <Items items={itemsOf(item, '0040A730')} depth={depth + 1} />
        </li>
      ))}
    </Box>
  );
}

export function ReportContent({ instances }: { instances: readonly Instance[] }) {
  return (
    <>
      {instances.map((instance) => (
        <Box component="article" key={text(instance, '00080018')} sx={{ mb: 2 }}>
          <strong>{meaning(instance, '0040A043')}</strong> {text(instance, '00080023')}
          <Items items={itemsOf(instance, '0040A730')} depth={0} />
        </Box>
      ))}
    </>
  );
}
