import * as v from 'valibot';

export const whole = v.pipe(v.number(), v.integer(), v.safeInteger());

/** A number between or beyond others; what circe lets stand half-filled is read, and refused when it is to be run. */
export const numericRange = v.object({
  Value: v.optional(v.number()),
  Op: v.optional(v.string()),
  Extent: v.optional(v.number()),
});
export type NumericRange = v.InferOutput<typeof numericRange>;

export const dateRange = v.object({
  Value: v.optional(v.string()),
  Op: v.optional(v.string()),
  Extent: v.optional(v.string()),
});
export type DateRange = v.InferOutput<typeof dateRange>;

export const textFilter = v.object({ Text: v.optional(v.string()), Op: v.optional(v.string()) });
export type TextFilter = v.InferOutput<typeof textFilter>;

/** A period that is named by its days rather than found in a table. */
export const period = v.object({
  StartDate: v.optional(v.string()),
  EndDate: v.optional(v.string()),
});
export type Period = v.InferOutput<typeof period>;

/** A concept of the OMOP vocabulary, as ATLAS writes it. */
export const concept = v.object({
  CONCEPT_ID: whole,
  CONCEPT_NAME: v.optional(v.string()),
  STANDARD_CONCEPT: v.optional(v.string()),
  STANDARD_CONCEPT_CAPTION: v.optional(v.string()),
  INVALID_REASON: v.optional(v.string()),
  INVALID_REASON_CAPTION: v.optional(v.string()),
  CONCEPT_CODE: v.optional(v.string()),
  DOMAIN_ID: v.optional(v.string()),
  VOCABULARY_ID: v.optional(v.string()),
  CONCEPT_CLASS_ID: v.optional(v.string()),
});
export type Concept = v.InferOutput<typeof concept>;
export const concepts = v.array(concept);

/** A value in a concept set, or not in it; without a set, whether there is a value at all. */
export const conceptSetSelection = v.object({
  CodesetId: v.optional(whole),
  IsExclusion: v.optional(v.boolean(), false),
});
export type ConceptSetSelection = v.InferOutput<typeof conceptSetSelection>;

const EDGES = ['START_DATE', 'END_DATE'] as const;

/** Days of an event counted from other days of it. */
export const dateAdjustment = v.object({
  StartWith: v.optional(v.picklist(EDGES), 'START_DATE'),
  StartOffset: v.optional(whole, 0),
  EndWith: v.optional(v.picklist(EDGES), 'END_DATE'),
  EndOffset: v.optional(whole, 0),
});
export type DateAdjustment = v.InferOutput<typeof dateAdjustment>;
