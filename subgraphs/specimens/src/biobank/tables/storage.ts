import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  doublePrecision,
  index,
  jsonb,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { specimens } from '../../schema.ts';
import { instant, ofBiobank } from './policies.ts';

/** Where specimens lie: a site, a freezer in it, its shelves, racks and boxes. */
export const container = specimens.table(
  'container',
  {
    id: uuid('id').primaryKey(),
    institutionId: uuid('institution_id').notNull(),
    parentId: uuid('parent_id').references((): AnyPgColumn => container.id),
    kind: text('kind', { enum: ['SITE', 'FREEZER', 'SHELF', 'RACK', 'BOX'] }).notNull(),
    name: text('name').notNull(),
    barcode: text('barcode').notNull(),
    /** Positions; null where things lie in it without one. */
    rows: smallint('rows'),
    columns: smallint('columns'),
    /** How its positions are called: A1, 1.1, or 1 … n. */
    labels: text('labels', { enum: ['LETTERS', 'PAIRS', 'NUMBERS'] }).notNull(),
    /** Types of specimens that may lie in it or below; null for all. */
    allowedTypes: text('allowed_types').array(),
    /** A storage temperature of MIABIS, with its bounds in degrees Celsius; null where the container around it says it. */
    temperature: text('temperature'),
    minCelsius: doublePrecision('min_celsius'),
    maxCelsius: doublePrecision('max_celsius'),
    parentRow: smallint('parent_row'),
    parentColumn: smallint('parent_column'),
    madeBy: text('made_by').notNull(),
    madeAt: instant('made_at').notNull().default(sql`clock_timestamp()`),
  },
  (t) => [
    unique('container_once').on(t.institutionId, t.barcode),
    uniqueIndex('container_position')
      .on(t.parentId, t.parentRow, t.parentColumn)
      .where(sql`parent_row is not null`),
    index('container_within').on(t.parentId, t.name),
    ...ofBiobank(),
  ],
);

/** Where a container stood before each move. Added to, never changed. */
export const containerMove = specimens.table(
  'container_move',
  {
    id: uuid('id').primaryKey(),
    institutionId: uuid('institution_id').notNull(),
    containerId: uuid('container_id').notNull(),
    fromId: uuid('from_id'),
    fromRow: smallint('from_row'),
    fromColumn: smallint('from_column'),
    toId: uuid('to_id').notNull(),
    toRow: smallint('to_row'),
    toColumn: smallint('to_column'),
    movedBy: text('moved_by').notNull(),
    movedAt: instant('moved_at').notNull().default(sql`clock_timestamp()`),
  },
  (t) => [index('container_move_of').on(t.containerId, t.movedAt), ...ofBiobank()],
);

/** What a freezer's thermometer said. */
export const temperatureReading = specimens.table(
  'temperature_reading',
  {
    id: uuid('id').primaryKey(),
    institutionId: uuid('institution_id').notNull(),
    containerId: uuid('container_id').notNull(),
    readAt: instant('read_at').notNull(),
    celsius: doublePrecision('celsius').notNull(),
    excursion: boolean('excursion').notNull(),
    readBy: text('read_by').notNull(),
  },
  (t) => [
    index('temperature_reading_of').on(t.containerId, t.readAt.desc()),
    index('temperature_reading_excursions')
      .on(t.institutionId, t.readAt.desc(), t.id)
      .where(sql`excursion`),
    ...ofBiobank(),
  ],
);

/** What a scan of a container found, position by position. */
interface FindingColumn {
  readonly barcode: string;
  readonly finding: 'PRESENT' | 'MISSING' | 'MISPLACED' | 'UNKNOWN';
  readonly expected: string | null;
  readonly found: string | null;
}

export const inventoryAudit = specimens.table(
  'inventory_audit',
  {
    id: uuid('id').primaryKey(),
    institutionId: uuid('institution_id').notNull(),
    containerId: uuid('container_id').notNull(),
    scannedBy: text('scanned_by').notNull(),
    scannedAt: instant('scanned_at').notNull().default(sql`clock_timestamp()`),
    findings: jsonb('findings').$type<FindingColumn[]>().notNull(),
  },
  (t) => [index('inventory_audit_of').on(t.containerId, t.scannedAt.desc()), ...ofBiobank()],
);

/** A label that was printed: the second one of a barcode is a reprint. */
export const labelPrint = specimens.table(
  'label_print',
  {
    id: uuid('id').primaryKey(),
    institutionId: uuid('institution_id').notNull(),
    barcode: text('barcode').notNull(),
    printedBy: text('printed_by').notNull(),
    printedAt: instant('printed_at').notNull().default(sql`clock_timestamp()`),
  },
  (t) => [index('label_print_of').on(t.institutionId, t.barcode), ...ofBiobank()],
);
